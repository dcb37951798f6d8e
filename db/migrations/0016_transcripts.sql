CREATE TYPE "public"."speech_language" AS ENUM('es', 'en', 'pt');--> statement-breakpoint
CREATE TYPE "public"."transcriber" AS ENUM('local', 'openai', 'deepgram', 'none');--> statement-breakpoint
CREATE TYPE "public"."transcription_status" AS ENUM('waiting', 'queued', 'running', 'completed', 'failed', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."word_times" AS ENUM('measured', 'estimated', 'none');--> statement-breakpoint
CREATE TABLE "segments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"task_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"speaker" smallint NOT NULL,
	"start_ms" integer NOT NULL,
	"end_ms" integer NOT NULL,
	"text" text NOT NULL,
	"original_text" text,
	"corrected_by" uuid,
	"corrected_at" timestamp (3) with time zone,
	"words" jsonb,
	"search" "tsvector" NOT NULL,
	CONSTRAINT "segments_have_a_time" CHECK ("segments"."start_ms" >= 0 and "segments"."end_ms" >= "segments"."start_ms")
);
--> statement-breakpoint
CREATE TABLE "transcriptions" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"status" "transcription_status" DEFAULT 'queued' NOT NULL,
	"transcriber" "transcriber",
	"language" "speech_language",
	"progress" smallint DEFAULT 0 NOT NULL,
	"failure_code" text,
	"failure" text,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"dispatch_count" integer DEFAULT 0 NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "transcriptions_progress_is_a_share" CHECK ("transcriptions"."progress" between 0 and 100),
	CONSTRAINT "transcriptions_failed_says_why" CHECK ("transcriptions"."status" not in ('failed', 'waiting') or "transcriptions"."failure" is not null)
);
--> statement-breakpoint
CREATE TABLE "transcripts" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"recording_id" uuid NOT NULL,
	"transcriber" "transcriber" NOT NULL,
	"model" text NOT NULL,
	"language" "speech_language" NOT NULL,
	"duration_seconds" numeric(12, 3) NOT NULL,
	"lane_reason" text NOT NULL,
	"word_times" "word_times" NOT NULL,
	"speakers" jsonb NOT NULL,
	"measures" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "transcriber" "transcriber";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "language" "speech_language";--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "agent_channel" smallint;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_task_id_transcripts_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."transcripts"("task_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_corrected_by_users_id_fk" FOREIGN KEY ("corrected_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcriptions" ADD CONSTRAINT "transcriptions_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transcripts" ADD CONSTRAINT "transcripts_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "segments_task_position_key" ON "segments" USING btree ("task_id","position");--> statement-breakpoint
CREATE INDEX "segments_search_idx" ON "segments" USING gin ("search");--> statement-breakpoint
CREATE INDEX "transcriptions_open_idx" ON "transcriptions" USING btree ("dispatched_at","task_id") WHERE "transcriptions"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "transcriptions_waiting_idx" ON "transcriptions" USING btree ("task_id") WHERE "transcriptions"."status" = 'waiting';--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_agent_channel_is_of_two" CHECK ("campaigns"."agent_channel" in (0, 1));