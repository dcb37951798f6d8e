CREATE TYPE "public"."api_key_scope" AS ENUM('webhook', 'api');--> statement-breakpoint
CREATE TYPE "public"."attempt_outcome" AS ENUM('stored', 'retry', 'refused', 'gone');--> statement-breakpoint
CREATE TYPE "public"."channel" AS ENUM('calls', 'social');--> statement-breakpoint
CREATE TYPE "public"."direction" AS ENUM('inbound', 'outbound');--> statement-breakpoint
CREATE TYPE "public"."operator_origin" AS ENUM('automatic', 'manual');--> statement-breakpoint
CREATE TYPE "public"."recording_status" AS ENUM('none', 'expected', 'pending', 'stored', 'unavailable');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('admin', 'supervisor', 'auditor', 'agent');--> statement-breakpoint
CREATE TYPE "public"."source" AS ENUM('anura', 'aria', 'internal', 'net2phone', 'sftp', 'external_api', 'neotel');--> statement-breakpoint
CREATE TYPE "public"."task_status" AS ENUM('pending', 'processing', 'completed', 'audited', 'validated', 'failed');--> statement-breakpoint
CREATE TYPE "public"."unauthorized_reason" AS ENUM('missing', 'malformed', 'unknown', 'revoked', 'expired', 'out_of_scope');--> statement-breakpoint
CREATE TYPE "public"."verdict" AS ENUM('accepted', 'duplicate', 'ignored', 'refused');--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"scope" "api_key_scope" DEFAULT 'webhook' NOT NULL,
	"key_sha256" "bytea" NOT NULL,
	"last4" text NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"last_used_at" timestamp (3) with time zone,
	"last_used_by" text
);
--> statement-breakpoint
CREATE TABLE "calls" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" integer NOT NULL,
	"source" "source" NOT NULL,
	"identity_key" text NOT NULL,
	"facts_key" text,
	"external_id" text NOT NULL,
	"direction" "direction" NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"calling" text NOT NULL,
	"called" text NOT NULL,
	"calling_normalized" text NOT NULL,
	"called_normalized" text NOT NULL,
	"disposition" text NOT NULL,
	"duration_seconds" numeric(12, 3) NOT NULL,
	"billable_seconds" numeric(12, 3) NOT NULL,
	"extension" text NOT NULL,
	"operator_name" text NOT NULL,
	"operator_id" uuid,
	"is_ended" boolean NOT NULL,
	"recording_status" "recording_status" NOT NULL,
	"recording_url" text,
	"recording_failure" text,
	"recording_attempt_count" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"dispatch_count" integer DEFAULT 0 NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calls_pending_has_address" CHECK ("calls"."recording_status" <> 'pending' or "calls"."recording_url" is not null),
	CONSTRAINT "calls_durations_are_not_negative" CHECK ("calls"."duration_seconds" >= 0 and "calls"."billable_seconds" >= 0)
);
--> statement-breakpoint
CREATE TABLE "campaign_sources" (
	"campaign_id" integer PRIMARY KEY NOT NULL,
	"source" "source" NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaigns_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"name" text NOT NULL,
	"channel" "channel" DEFAULT 'calls' NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"time_zone" text,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaigns_name_is_not_blank" CHECK (length(trim("campaigns"."name")) > 0)
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"source" "source" NOT NULL,
	"verdict" "verdict" NOT NULL,
	"reason" text NOT NULL,
	"problems" jsonb NOT NULL,
	"warnings" jsonb NOT NULL,
	"response_status" smallint NOT NULL,
	"event_kind" text NOT NULL,
	"campaign_id" integer,
	"call_id" uuid,
	"call_key" text,
	"api_key_id" uuid,
	"remote_address" text NOT NULL,
	"content_type" text NOT NULL,
	"headers" jsonb NOT NULL,
	"raw" "bytea" NOT NULL,
	"raw_sha256" "bytea" NOT NULL,
	"replay_of" uuid,
	CONSTRAINT "deliveries_id_received_at_pk" PRIMARY KEY("id","received_at")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "deliveries_default" PARTITION OF "deliveries" DEFAULT;
--> statement-breakpoint
CREATE TABLE "installation_settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operator_aliases" (
	"match_key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"operator_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"match_key" text NOT NULL,
	"origin" "operator_origin" NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "operators_match_key_is_not_empty" CHECK ("operators"."match_key" <> '')
);
--> statement-breakpoint
CREATE TABLE "recording_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_ms" integer NOT NULL,
	"outcome" "attempt_outcome" NOT NULL,
	"reason" text NOT NULL,
	"detail" text NOT NULL,
	"url" text NOT NULL,
	"remote_address" text,
	"http_status" smallint,
	"content_type" text,
	"looked_like" text,
	"received_bytes" bigint NOT NULL,
	"next_attempt_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"size_bytes" bigint NOT NULL,
	"media_type" text NOT NULL,
	"duration_seconds" numeric(12, 3) NOT NULL,
	"channel_count" integer NOT NULL,
	"sample_rate_hz" integer NOT NULL,
	"is_partial" boolean NOT NULL,
	"loudness_db" numeric(6, 2),
	"silence_ratio" numeric(5, 4) NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recordings_sha256_is_hex" CHECK ("recordings"."sha256" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "sign_in_throttles" (
	"subject" text PRIMARY KEY NOT NULL,
	"failure_count" integer NOT NULL,
	"window_ends_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"call_id" uuid NOT NULL,
	"recording_id" uuid NOT NULL,
	"campaign_id" integer NOT NULL,
	"operator_id" uuid,
	"source" "source" NOT NULL,
	"direction" "direction" NOT NULL,
	"status" "task_status" DEFAULT 'pending' NOT NULL,
	"failure" text,
	"started_at" timestamp (3) with time zone NOT NULL,
	"duration_seconds" numeric(12, 3) NOT NULL,
	"score" numeric(5, 2),
	"audio_identity_key" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "tasks_failed_says_why" CHECK (("tasks"."status" = 'failed') = ("tasks"."failure" is not null))
);
--> statement-breakpoint
CREATE TABLE "unauthorized_requests" (
	"source" "source" NOT NULL,
	"reason" "unauthorized_reason" NOT NULL,
	"key_last4" text NOT NULL,
	"remote_address" text NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"count" bigint NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "unauthorized_requests_hour_source_reason_key_last4_remote_address_pk" PRIMARY KEY("hour","source","reason","key_last4","remote_address")
);
--> statement-breakpoint
CREATE TABLE "user_campaigns" (
	"user_id" uuid NOT NULL,
	"campaign_id" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_campaigns_user_id_campaign_id_pk" PRIMARY KEY("user_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" "role" NOT NULL,
	"operator_id" uuid,
	"session_version" integer DEFAULT 1 NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "users_email_is_lower_case" CHECK ("users"."email" = lower("users"."email"))
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calls" ADD CONSTRAINT "calls_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_sources" ADD CONSTRAINT "campaign_sources_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_aliases" ADD CONSTRAINT "operator_aliases_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_attempts" ADD CONSTRAINT "recording_attempts_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recordings" ADD CONSTRAINT "recordings_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_campaigns" ADD CONSTRAINT "user_campaigns_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_campaigns" ADD CONSTRAINT "user_campaigns_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_key_sha256_key" ON "api_keys" USING btree ("key_sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "calls_source_identity_key" ON "calls" USING btree ("source","identity_key");--> statement-breakpoint
CREATE INDEX "calls_facts_idx" ON "calls" USING btree ("source","facts_key") WHERE "calls"."facts_key" is not null;--> statement-breakpoint
CREATE INDEX "calls_open_idx" ON "calls" USING btree ("dispatched_at","id") WHERE "calls"."recording_status" = 'pending';--> statement-breakpoint
CREATE INDEX "calls_campaign_started_idx" ON "calls" USING btree ("campaign_id","started_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_received_idx" ON "deliveries" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_campaign_received_idx" ON "deliveries" USING btree ("campaign_id","received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_verdict_received_idx" ON "deliveries" USING btree ("verdict","received_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_call_idx" ON "deliveries" USING btree ("call_id");--> statement-breakpoint
CREATE INDEX "deliveries_call_key_idx" ON "deliveries" USING btree ("call_key");--> statement-breakpoint
CREATE INDEX "operator_aliases_operator_idx" ON "operator_aliases" USING btree ("operator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "operators_match_key_key" ON "operators" USING btree ("match_key");--> statement-breakpoint
CREATE INDEX "recording_attempts_call_idx" ON "recording_attempts" USING btree ("call_id","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recordings_call_sha256_key" ON "recordings" USING btree ("call_id","sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_call_key" ON "tasks" USING btree ("call_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_audio_identity_key" ON "tasks" USING btree ("audio_identity_key");--> statement-breakpoint
CREATE INDEX "tasks_created_idx" ON "tasks" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_started_idx" ON "tasks" USING btree ("started_at","id");--> statement-breakpoint
CREATE INDEX "tasks_campaign_created_idx" ON "tasks" USING btree ("campaign_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_operator_created_idx" ON "tasks" USING btree ("operator_id","created_at","id");--> statement-breakpoint
CREATE INDEX "tasks_status_created_idx" ON "tasks" USING btree ("status","created_at","id");--> statement-breakpoint
CREATE INDEX "user_campaigns_campaign_idx" ON "user_campaigns" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email");