CREATE SCHEMA "engine";
--> statement-breakpoint
CREATE TYPE "engine"."job_state" AS ENUM('ready', 'delayed', 'leased');--> statement-breakpoint
CREATE TYPE "engine"."run_status" AS ENUM('running', 'completed', 'failed');--> statement-breakpoint
CREATE SEQUENCE "engine"."step_positions" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "engine"."batch_items" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."batch_items_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"function_id" text NOT NULL,
	"batch_key" text NOT NULL,
	"event" json NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."functions" (
	"id" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."inbox" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "engine"."inbox_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"event" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."jobs" (
	"run_id" uuid NOT NULL,
	"step_id" text NOT NULL,
	"function_id" text NOT NULL,
	"lane" text NOT NULL,
	"state" "engine"."job_state" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"attempt" smallint DEFAULT 0 NOT NULL,
	"token" uuid,
	"is_dirty" boolean DEFAULT false NOT NULL,
	"lost_count" smallint DEFAULT 0 NOT NULL,
	CONSTRAINT "jobs_run_id_step_id_pk" PRIMARY KEY("run_id","step_id"),
	CONSTRAINT "jobs_leased_have_token" CHECK (("engine"."jobs"."state" = 'leased') = ("engine"."jobs"."token" is not null))
);
--> statement-breakpoint
CREATE TABLE "engine"."runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"function_id" text NOT NULL,
	"events" json NOT NULL,
	"status" "engine"."run_status" DEFAULT 'running' NOT NULL,
	"output" json,
	"lane" text NOT NULL,
	"parent_run_id" uuid,
	"parent_step_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "runs_ended_when_not_running" CHECK (("engine"."runs"."status" = 'running') = ("engine"."runs"."ended_at" is null))
);
--> statement-breakpoint
CREATE TABLE "engine"."seen_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "engine"."steps" (
	"run_id" uuid NOT NULL,
	"id" text NOT NULL,
	"op" text NOT NULL,
	"name" text NOT NULL,
	"is_done" boolean NOT NULL,
	"memo" json,
	"position" bigint,
	"due_at" timestamp (3) with time zone,
	"wait_event" text,
	"wait_expression" text,
	CONSTRAINT "steps_run_id_id_pk" PRIMARY KEY("run_id","id"),
	CONSTRAINT "steps_done_have_memo" CHECK (not "engine"."steps"."is_done" or ("engine"."steps"."memo" is not null and "engine"."steps"."position" is not null))
);
--> statement-breakpoint
ALTER TABLE "engine"."jobs" ADD CONSTRAINT "jobs_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "engine"."steps" ADD CONSTRAINT "steps_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "engine"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "batch_items_batch_idx" ON "engine"."batch_items" USING btree ("function_id","batch_key","seq");--> statement-breakpoint
CREATE INDEX "batch_items_due_idx" ON "engine"."batch_items" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "jobs_ready_idx" ON "engine"."jobs" USING btree ("function_id","lane","due_at","run_id") WHERE "engine"."jobs"."state" = 'ready';--> statement-breakpoint
CREATE INDEX "jobs_leased_idx" ON "engine"."jobs" USING btree ("function_id","lane") WHERE "engine"."jobs"."state" = 'leased';--> statement-breakpoint
CREATE INDEX "jobs_due_idx" ON "engine"."jobs" USING btree ("due_at") WHERE "engine"."jobs"."state" <> 'ready';--> statement-breakpoint
CREATE INDEX "runs_ended_idx" ON "engine"."runs" USING btree ("ended_at") WHERE "engine"."runs"."ended_at" is not null;--> statement-breakpoint
CREATE INDEX "runs_running_idx" ON "engine"."runs" USING btree ("created_at") WHERE "engine"."runs"."status" = 'running';--> statement-breakpoint
CREATE INDEX "seen_keys_seen_idx" ON "engine"."seen_keys" USING btree ("seen_at");--> statement-breakpoint
CREATE INDEX "steps_due_idx" ON "engine"."steps" USING btree ("due_at") WHERE not "engine"."steps"."is_done" and "engine"."steps"."due_at" is not null;--> statement-breakpoint
CREATE INDEX "steps_wait_idx" ON "engine"."steps" USING btree ("wait_event","run_id","id") WHERE not "engine"."steps"."is_done" and "engine"."steps"."wait_event" is not null;