CREATE TYPE "public"."call_ender" AS ENUM('caller', 'callee', 'system');--> statement-breakpoint
ALTER TYPE "public"."api_key_scope" ADD VALUE 'connection';--> statement-breakpoint
ALTER TYPE "public"."unauthorized_reason" ADD VALUE 'other_connection';--> statement-breakpoint
ALTER TYPE "public"."unauthorized_reason" ADD VALUE 'connection_disabled';--> statement-breakpoint
CREATE TABLE "call_outcomes" (
	"call_id" uuid PRIMARY KEY NOT NULL,
	"connection_id" uuid NOT NULL,
	"campaign_id" integer NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"external_campaign_id" text DEFAULT '' NOT NULL,
	"external_campaign_name" text DEFAULT '' NOT NULL,
	"campaign_tracking_id" text DEFAULT '' NOT NULL,
	"converted" boolean,
	"is_duplicate" boolean,
	"duration_seconds" numeric(12, 3),
	"connected_seconds" numeric(12, 3),
	"seconds_to_call" numeric(12, 3),
	"seconds_to_connect" numeric(12, 3),
	"ended_by" "call_ender",
	"revenue" numeric(18, 4),
	"cost" numeric(18, 4),
	"payout" numeric(18, 4),
	"sale_amount" numeric(18, 4),
	"sale_count" numeric(18, 4),
	"buyer_name" text DEFAULT '' NOT NULL,
	"target_name" text DEFAULT '' NOT NULL,
	"target_sub_id" text DEFAULT '' NOT NULL,
	"publisher_name" text DEFAULT '' NOT NULL,
	"publisher_sub_id" text DEFAULT '' NOT NULL,
	"subsource" text DEFAULT '' NOT NULL,
	"vertical" text DEFAULT '' NOT NULL,
	"state" text DEFAULT '' NOT NULL,
	"zip_code" text DEFAULT '' NOT NULL,
	"branch_name" text DEFAULT '' NOT NULL,
	"data_source" text DEFAULT '' NOT NULL,
	"referrer_url" text DEFAULT '' NOT NULL,
	"client_id" text DEFAULT '' NOT NULL,
	"client_lead_id" text DEFAULT '' NOT NULL,
	"standing" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "connection_campaigns" (
	"connection_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"external_name" text NOT NULL,
	"campaign_id" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connection_campaigns_connection_id_external_id_pk" PRIMARY KEY("connection_id","external_id")
);
--> statement-breakpoint
CREATE TABLE "connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"public_id" text NOT NULL,
	"name" text NOT NULL,
	"campaign_id" integer,
	"time_zone" text,
	"makes_campaigns" boolean DEFAULT true NOT NULL,
	"takes_pixels" boolean DEFAULT false NOT NULL,
	"disabled_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "connections_name_is_not_blank" CHECK (length(trim("connections"."name")) > 0)
);
--> statement-breakpoint
ALTER TABLE "api_keys" ADD COLUMN "connection_id" uuid;--> statement-breakpoint
ALTER TABLE "call_outcomes" ADD CONSTRAINT "call_outcomes_call_id_calls_id_fk" FOREIGN KEY ("call_id") REFERENCES "public"."calls"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_outcomes" ADD CONSTRAINT "call_outcomes_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "call_outcomes" ADD CONSTRAINT "call_outcomes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_campaigns" ADD CONSTRAINT "connection_campaigns_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connection_campaigns" ADD CONSTRAINT "connection_campaigns_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "connections" ADD CONSTRAINT "connections_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "call_outcomes_campaign_started_idx" ON "call_outcomes" USING btree ("campaign_id","started_at","call_id");--> statement-breakpoint
CREATE INDEX "call_outcomes_started_idx" ON "call_outcomes" USING btree ("started_at","call_id");--> statement-breakpoint
CREATE INDEX "call_outcomes_buyer_started_idx" ON "call_outcomes" USING btree ("buyer_name","started_at","call_id");--> statement-breakpoint
CREATE INDEX "call_outcomes_publisher_started_idx" ON "call_outcomes" USING btree ("publisher_name","started_at","call_id");--> statement-breakpoint
CREATE INDEX "call_outcomes_connection_started_idx" ON "call_outcomes" USING btree ("connection_id","started_at","call_id");--> statement-breakpoint
CREATE INDEX "connection_campaigns_campaign_idx" ON "connection_campaigns" USING btree ("campaign_id");--> statement-breakpoint
CREATE UNIQUE INDEX "connections_public_id_key" ON "connections" USING btree ("public_id");--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_connection_id_connections_id_fk" FOREIGN KEY ("connection_id") REFERENCES "public"."connections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_keys_connection_idx" ON "api_keys" USING btree ("connection_id") WHERE "api_keys"."connection_id" is not null;--> statement-breakpoint
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_connection_has_scope" CHECK (("api_keys"."scope"::text = 'connection') = ("api_keys"."connection_id" is not null));