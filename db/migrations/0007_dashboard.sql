CREATE TYPE "public"."job_kind" AS ENUM('replay_deliveries', 'assign_operator', 'tag_tasks', 'untag_tasks');--> statement-breakpoint
CREATE TYPE "public"."job_status" AS ENUM('queued', 'running', 'completed', 'cancelled', 'failed');--> statement-breakpoint
CREATE TYPE "public"."saved_view_list" AS ENUM('tasks', 'deliveries');--> statement-breakpoint
CREATE TYPE "public"."source_alarm_kind" AS ENUM('silent', 'refused', 'recordings_stuck');--> statement-breakpoint
CREATE TYPE "public"."user_link_purpose" AS ENUM('invitation', 'password_reset');--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"action" text NOT NULL,
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"object_name" text NOT NULL,
	"details" jsonb NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaign_tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" integer NOT NULL,
	"name" text NOT NULL,
	"match_key" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_tags_match_key_is_not_empty" CHECK ("campaign_tags"."match_key" <> '')
);
--> statement-breakpoint
CREATE TABLE "delivery_hours" (
	"campaign_id" integer NOT NULL,
	"hour" timestamp (3) with time zone NOT NULL,
	"accepted" integer NOT NULL,
	"duplicate" integer NOT NULL,
	"ignored" integer NOT NULL,
	"refused" integer NOT NULL,
	CONSTRAINT "delivery_hours_campaign_id_hour_pk" PRIMARY KEY("campaign_id","hour")
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "job_kind" NOT NULL,
	"status" "job_status" DEFAULT 'queued' NOT NULL,
	"requested_by" uuid NOT NULL,
	"params" jsonb NOT NULL,
	"total_count" integer NOT NULL,
	"done_count" integer DEFAULT 0 NOT NULL,
	"failed_count" integer DEFAULT 0 NOT NULL,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" text,
	"failure" text,
	"cancel_requested_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"dispatch_count" integer DEFAULT 0 NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "jobs_counts_are_not_negative" CHECK ("jobs"."total_count" >= 0 and "jobs"."done_count" >= 0 and "jobs"."failed_count" >= 0),
	CONSTRAINT "jobs_end_when_over" CHECK (("jobs"."status" in ('queued', 'running')) = ("jobs"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "operator_merge_items" (
	"merge_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	CONSTRAINT "operator_merge_items_merge_id_kind_object_id_pk" PRIMARY KEY("merge_id","kind","object_id")
);
--> statement-breakpoint
CREATE TABLE "operator_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"source_name" text NOT NULL,
	"target_id" uuid NOT NULL,
	"merged_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" uuid,
	CONSTRAINT "operator_merges_are_of_two" CHECK ("operator_merges"."source_id" <> "operator_merges"."target_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list" "saved_view_list" NOT NULL,
	"owner_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_alarms" (
	"campaign_id" integer NOT NULL,
	"kind" "source_alarm_kind" NOT NULL,
	"since" timestamp (3) with time zone NOT NULL,
	"evidence" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "source_alarms_campaign_id_kind_pk" PRIMARY KEY("campaign_id","kind")
);
--> statement-breakpoint
CREATE TABLE "task_tags" (
	"task_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "task_tags_task_id_tag_id_pk" PRIMARY KEY("task_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "user_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"purpose" "user_link_purpose" NOT NULL,
	"secret_sha256" "bytea" NOT NULL,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "password_hash" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "passing_score" numeric(5, 2) DEFAULT 80 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "supervisor_emails" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "retention_days" integer;--> statement-breakpoint
ALTER TABLE "operators" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "recordings" ADD COLUMN "deleted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_signed_in_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "campaign_tags" ADD CONSTRAINT "campaign_tags_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_hours" ADD CONSTRAINT "delivery_hours_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_requested_by_users_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_merge_items" ADD CONSTRAINT "operator_merge_items_merge_id_operator_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."operator_merges"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_merges" ADD CONSTRAINT "operator_merges_source_id_operators_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_merges" ADD CONSTRAINT "operator_merges_target_id_operators_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_merges" ADD CONSTRAINT "operator_merges_merged_by_users_id_fk" FOREIGN KEY ("merged_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operator_merges" ADD CONSTRAINT "operator_merges_undone_by_users_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_owner_id_users_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_alarms" ADD CONSTRAINT "source_alarms_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_tags" ADD CONSTRAINT "task_tags_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_tags" ADD CONSTRAINT "task_tags_tag_id_campaign_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."campaign_tags"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_tags" ADD CONSTRAINT "task_tags_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_links" ADD CONSTRAINT "user_links_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_links" ADD CONSTRAINT "user_links_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_log_object_idx" ON "audit_log" USING btree ("object_kind","object_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_tags_match_key_key" ON "campaign_tags" USING btree ("campaign_id","match_key");--> statement-breakpoint
CREATE INDEX "jobs_requested_by_idx" ON "jobs" USING btree ("requested_by","created_at");--> statement-breakpoint
CREATE INDEX "jobs_open_idx" ON "jobs" USING btree ("dispatched_at") WHERE "jobs"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "operator_merges_target_idx" ON "operator_merges" USING btree ("target_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_owner_name_key" ON "saved_views" USING btree ("owner_id","list","name");--> statement-breakpoint
CREATE INDEX "task_tags_tag_idx" ON "task_tags" USING btree ("tag_id","task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "user_links_secret_sha256_key" ON "user_links" USING btree ("secret_sha256");--> statement-breakpoint
CREATE INDEX "user_links_user_idx" ON "user_links" USING btree ("user_id");--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_merged_into_id_operators_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "operators_match_key_trgm_idx" ON "operators" USING gin ("match_key" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "operators_merged_into_idx" ON "operators" USING btree ("merged_into_id") WHERE "operators"."merged_into_id" is not null;--> statement-breakpoint
CREATE INDEX "recordings_sha256_idx" ON "recordings" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "recordings_kept_created_idx" ON "recordings" USING btree ("created_at","id") WHERE "recordings"."deleted_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "users_operator_key" ON "users" USING btree ("operator_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_passing_score_is_a_score" CHECK ("campaigns"."passing_score" between 0 and 100);--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_retention_is_a_time" CHECK ("campaigns"."retention_days" between 1 and 36500);