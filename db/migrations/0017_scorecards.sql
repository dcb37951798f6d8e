CREATE TYPE "public"."answer" AS ENUM('complies', 'fails', 'not_applicable');--> statement-breakpoint
CREATE TYPE "public"."answer_source" AS ENUM('rule', 'model');--> statement-breakpoint
CREATE TYPE "public"."audit_kind" AS ENUM('quality', 'calibration');--> statement-breakpoint
CREATE TYPE "public"."audit_status" AS ENUM('open', 'completed', 'validated');--> statement-breakpoint
CREATE TYPE "public"."contact_channel" AS ENUM('call', 'chat', 'email', 'social', 'in_person');--> statement-breakpoint
CREATE TYPE "public"."criterion_kind" AS ENUM('yes_no', 'scale');--> statement-breakpoint
CREATE TYPE "public"."criterion_mode" AS ENUM('machine', 'suggested', 'manual');--> statement-breakpoint
CREATE TYPE "public"."critical_level" AS ENUM('none', 'section', 'whole');--> statement-breakpoint
CREATE TYPE "public"."dispute_status" AS ENUM('open', 'accepted', 'rejected', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."machine_work_kind" AS ENUM('analysis', 'audit');--> statement-breakpoint
CREATE TYPE "public"."machine_work_status" AS ENUM('queued', 'running', 'completed', 'failed');--> statement-breakpoint
CREATE TABLE "analyses" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"model" text NOT NULL,
	"summary" jsonb NOT NULL,
	"topics" jsonb NOT NULL,
	"sentiments" jsonb NOT NULL,
	"dropped_count" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sample_id" uuid NOT NULL,
	"task_id" uuid NOT NULL,
	"kind" "audit_kind" NOT NULL,
	"auditor_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"skipped_at" timestamp (3) with time zone,
	"skip_reason" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assignments_end_once" CHECK ("assignments"."completed_at" is null or "assignments"."skipped_at" is null),
	CONSTRAINT "assignments_skipped_say_why" CHECK ("assignments"."skipped_at" is null or "assignments"."skip_reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "audit_answers" (
	"audit_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"answer" "answer",
	"points" smallint,
	"note" text DEFAULT '' NOT NULL,
	"moment_ms" integer,
	"reason" text DEFAULT '' NOT NULL,
	"answered_by" uuid,
	"answered_at" timestamp (3) with time zone,
	"machine_answer" "answer",
	"machine_points" smallint,
	"machine_source" "answer_source",
	"machine_note" text DEFAULT '' NOT NULL,
	"machine_quote" text,
	"machine_moment_ms" integer,
	"machine_confidence" numeric(3, 2),
	CONSTRAINT "audit_answers_audit_id_criterion_id_pk" PRIMARY KEY("audit_id","criterion_id"),
	CONSTRAINT "audit_answers_answered_say_when" CHECK (("audit_answers"."answer" is null) = ("audit_answers"."answered_at" is null)),
	CONSTRAINT "audit_answers_person_gives_an_answer" CHECK ("audit_answers"."answered_by" is null or "audit_answers"."answer" is not null),
	CONSTRAINT "audit_answers_machine_says_whence" CHECK (("audit_answers"."machine_answer" is null) = ("audit_answers"."machine_source" is null)),
	CONSTRAINT "audit_answers_machine_counts_as_it_said" CHECK ("audit_answers"."answer" is null or "audit_answers"."answered_by" is not null or "audit_answers"."machine_answer" is not null)
);
--> statement-breakpoint
CREATE TABLE "audits" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" "audit_kind" DEFAULT 'quality' NOT NULL,
	"task_id" uuid,
	"version_id" uuid NOT NULL,
	"campaign_id" integer NOT NULL,
	"operator_id" uuid,
	"channel" "contact_channel" DEFAULT 'call' NOT NULL,
	"reference" text DEFAULT '' NOT NULL,
	"contact_at" timestamp (3) with time zone NOT NULL,
	"contact_on" date NOT NULL,
	"status" "audit_status" DEFAULT 'open' NOT NULL,
	"auditor_id" uuid,
	"score" numeric(5, 2),
	"score_without_fail" numeric(5, 2),
	"passing_score" numeric(5, 2) NOT NULL,
	"has_critical_failure" boolean DEFAULT false NOT NULL,
	"comment" text DEFAULT '' NOT NULL,
	"praise" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"machine_at" timestamp (3) with time zone,
	"completed_at" timestamp (3) with time zone,
	"completed_by" uuid,
	"validated_at" timestamp (3) with time zone,
	"validated_by" uuid,
	"acknowledged_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audits_without_task_name_an_operator" CHECK ("audits"."task_id" is not null or "audits"."operator_id" is not null),
	CONSTRAINT "audits_completed_have_a_score" CHECK (("audits"."status" = 'open') = ("audits"."completed_at" is null) and ("audits"."status" = 'open' or "audits"."score" is not null)),
	CONSTRAINT "audits_validated_say_who" CHECK (("audits"."status" = 'validated') = ("audits"."validated_at" is not null and "audits"."validated_by" is not null)),
	CONSTRAINT "audits_calibration_is_by_somebody" CHECK ("audits"."kind" <> 'calibration' or ("audits"."auditor_id" is not null and "audits"."task_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "criteria" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"position" smallint NOT NULL,
	"section" text NOT NULL,
	"question" text NOT NULL,
	"help" text DEFAULT '' NOT NULL,
	"kind" "criterion_kind" NOT NULL,
	"max_points" smallint,
	"passing_points" smallint,
	"weight" numeric(5, 2) NOT NULL,
	"condition" text,
	"critical" "critical_level" DEFAULT 'none' NOT NULL,
	"mode" "criterion_mode" DEFAULT 'manual' NOT NULL,
	"rule" jsonb,
	CONSTRAINT "criteria_weight_is_a_share" CHECK ("criteria"."weight" between 0 and 100),
	CONSTRAINT "criteria_scale_has_points" CHECK (case "criteria"."kind" when 'scale' then "criteria"."max_points" between 1 and 100 and "criteria"."passing_points" between 1 and "criteria"."max_points"
        and "criteria"."max_points" is not null and "criteria"."passing_points" is not null else "criteria"."max_points" is null and "criteria"."passing_points" is null end)
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"audit_id" uuid NOT NULL,
	"criterion_id" uuid NOT NULL,
	"status" "dispute_status" DEFAULT 'open' NOT NULL,
	"reason" text NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"disputed_answer" "answer" NOT NULL,
	"disputed_points" smallint,
	"disputed_user_id" uuid,
	"decided_by" uuid,
	"decided_at" timestamp (3) with time zone,
	"decision" text DEFAULT '' NOT NULL,
	CONSTRAINT "disputes_decided_say_who" CHECK (("disputes"."status" in ('accepted', 'rejected')) = ("disputes"."decided_by" is not null and "disputes"."decided_at" is not null)),
	CONSTRAINT "disputes_are_decided_by_another" CHECK ("disputes"."decided_by" is null or ("disputes"."decided_by" <> "disputes"."opened_by" and "disputes"."decided_by" is distinct from "disputes"."disputed_user_id"))
);
--> statement-breakpoint
CREATE TABLE "machine_work" (
	"task_id" uuid NOT NULL,
	"kind" "machine_work_kind" NOT NULL,
	"status" "machine_work_status" DEFAULT 'queued' NOT NULL,
	"failure_code" text,
	"failure" text,
	"attempt_count" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"claimed_until" timestamp (3) with time zone,
	"dispatch_count" integer DEFAULT 0 NOT NULL,
	"dispatched_at" timestamp (3) with time zone,
	"model" text,
	"input_tokens" integer DEFAULT 0 NOT NULL,
	"output_tokens" integer DEFAULT 0 NOT NULL,
	"cost" numeric(14, 6),
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "machine_work_task_id_kind_pk" PRIMARY KEY("task_id","kind"),
	CONSTRAINT "machine_work_failed_says_why" CHECK ("machine_work"."status" <> 'failed' or "machine_work"."failure" is not null)
);
--> statement-breakpoint
CREATE TABLE "samples" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" integer NOT NULL,
	"kind" "audit_kind" NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"stratification" text NOT NULL,
	"seed" text NOT NULL,
	"population_count" integer NOT NULL,
	"drawn_count" integer NOT NULL,
	"quotas" jsonb NOT NULL,
	"due_on" date,
	"created_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "samples_end_after_they_start" CHECK ("samples"."ends_on" >= "samples"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "scorecard_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"scorecard_id" uuid NOT NULL,
	"number" integer,
	"note" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"published_by" uuid,
	"published_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scorecard_versions_published_has_number" CHECK (("scorecard_versions"."number" is null) = ("scorecard_versions"."published_at" is null))
);
--> statement-breakpoint
CREATE TABLE "scorecards" (
	"id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "uses_language_model" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "dispute_days" smallint DEFAULT 7 NOT NULL;--> statement-breakpoint
ALTER TABLE "analyses" ADD CONSTRAINT "analyses_task_id_transcripts_task_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."transcripts"("task_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_sample_id_samples_id_fk" FOREIGN KEY ("sample_id") REFERENCES "public"."samples"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_auditor_id_users_id_fk" FOREIGN KEY ("auditor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_answers" ADD CONSTRAINT "audit_answers_audit_id_audits_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_answers" ADD CONSTRAINT "audit_answers_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_answers" ADD CONSTRAINT "audit_answers_answered_by_users_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_version_id_scorecard_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."scorecard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_operator_id_operators_id_fk" FOREIGN KEY ("operator_id") REFERENCES "public"."operators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_auditor_id_users_id_fk" FOREIGN KEY ("auditor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_completed_by_users_id_fk" FOREIGN KEY ("completed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audits" ADD CONSTRAINT "audits_validated_by_users_id_fk" FOREIGN KEY ("validated_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "criteria" ADD CONSTRAINT "criteria_version_id_scorecard_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."scorecard_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_audit_id_audits_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_criterion_id_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_opened_by_users_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_disputed_user_id_users_id_fk" FOREIGN KEY ("disputed_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_decided_by_users_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "machine_work" ADD CONSTRAINT "machine_work_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "samples" ADD CONSTRAINT "samples_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_versions" ADD CONSTRAINT "scorecard_versions_scorecard_id_scorecards_id_fk" FOREIGN KEY ("scorecard_id") REFERENCES "public"."scorecards"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecard_versions" ADD CONSTRAINT "scorecard_versions_published_by_users_id_fk" FOREIGN KEY ("published_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scorecards" ADD CONSTRAINT "scorecards_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_task_quality_key" ON "assignments" USING btree ("task_id") WHERE "assignments"."kind" = 'quality';--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_task_calibration_key" ON "assignments" USING btree ("task_id","auditor_id") WHERE "assignments"."kind" = 'calibration';--> statement-breakpoint
CREATE INDEX "assignments_queue_idx" ON "assignments" USING btree ("auditor_id","created_at","position") WHERE "assignments"."completed_at" is null and "assignments"."skipped_at" is null;--> statement-breakpoint
CREATE INDEX "assignments_sample_idx" ON "assignments" USING btree ("sample_id","auditor_id");--> statement-breakpoint
CREATE INDEX "audit_answers_criterion_idx" ON "audit_answers" USING btree ("criterion_id","answer");--> statement-breakpoint
CREATE UNIQUE INDEX "audits_task_quality_key" ON "audits" USING btree ("task_id") WHERE "audits"."kind" = 'quality';--> statement-breakpoint
CREATE UNIQUE INDEX "audits_task_calibration_key" ON "audits" USING btree ("task_id","auditor_id") WHERE "audits"."kind" = 'calibration';--> statement-breakpoint
CREATE INDEX "audits_campaign_contact_idx" ON "audits" USING btree ("campaign_id","contact_on","id");--> statement-breakpoint
CREATE INDEX "audits_operator_contact_idx" ON "audits" USING btree ("operator_id","contact_on","id");--> statement-breakpoint
CREATE INDEX "audits_auditor_contact_idx" ON "audits" USING btree ("auditor_id","contact_on","id");--> statement-breakpoint
CREATE INDEX "audits_version_idx" ON "audits" USING btree ("version_id");--> statement-breakpoint
CREATE UNIQUE INDEX "criteria_version_position_key" ON "criteria" USING btree ("version_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "criteria_version_key_key" ON "criteria" USING btree ("version_id","key");--> statement-breakpoint
CREATE INDEX "criteria_key_idx" ON "criteria" USING btree ("key");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_audit_criterion_key" ON "disputes" USING btree ("audit_id","criterion_id");--> statement-breakpoint
CREATE INDEX "disputes_open_idx" ON "disputes" USING btree ("due_at","id") WHERE "disputes"."status" = 'open';--> statement-breakpoint
CREATE INDEX "disputes_opened_by_idx" ON "disputes" USING btree ("opened_by","opened_at");--> statement-breakpoint
CREATE INDEX "machine_work_open_idx" ON "machine_work" USING btree ("dispatched_at","task_id") WHERE "machine_work"."status" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "samples_campaign_idx" ON "samples" USING btree ("campaign_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "scorecard_versions_number_key" ON "scorecard_versions" USING btree ("scorecard_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "scorecard_versions_draft_key" ON "scorecard_versions" USING btree ("scorecard_id") WHERE "scorecard_versions"."number" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "scorecards_campaign_key" ON "scorecards" USING btree ("campaign_id");--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_dispute_days_are_days" CHECK ("campaigns"."dispute_days" between 1 and 365);--> statement-breakpoint
-- A published version is what audits were made by: neither it nor its questions change any more.
CREATE FUNCTION scorecard_version_stays() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'Version % of scorecard % is published and stays as it is.', old.number, old.scorecard_id using errcode = 'restrict_violation';
end
$$;
--> statement-breakpoint
CREATE TRIGGER scorecard_versions_stay BEFORE UPDATE OR DELETE ON scorecard_versions
  FOR EACH ROW WHEN (old.number IS NOT NULL) EXECUTE FUNCTION scorecard_version_stays();
--> statement-breakpoint
CREATE FUNCTION scorecard_criteria_stay() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  published integer;
begin
  select number into published from scorecard_versions
  where id in (case when tg_op <> 'INSERT' then old.version_id end, case when tg_op <> 'DELETE' then new.version_id end) and number is not null limit 1;
  if published is not null then
    raise exception 'A question of version %, which is published, stays as it is.', published using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end
$$;
--> statement-breakpoint
CREATE TRIGGER criteria_stay BEFORE INSERT OR UPDATE OR DELETE ON criteria FOR EACH ROW EXECUTE FUNCTION scorecard_criteria_stay();
--> statement-breakpoint
-- Whose call it is can be said at any time, by several ways: the audit of a task is always of the operator of its task.
CREATE FUNCTION audits_follow_operator() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  update audits set operator_id = new.operator_id, updated_at = now() where task_id = new.id;
  return null;
end
$$;
--> statement-breakpoint
CREATE TRIGGER audits_follow_operator AFTER UPDATE OF operator_id ON tasks
  FOR EACH ROW WHEN (old.operator_id IS DISTINCT FROM new.operator_id) EXECUTE FUNCTION audits_follow_operator();
--> statement-breakpoint
-- An answer of an audit is to a question of the audit's own version.
CREATE FUNCTION audit_answers_are_of_version() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if not exists (select from audits join criteria on criteria.version_id = audits.version_id where audits.id = new.audit_id and criteria.id = new.criterion_id) then
    raise exception 'Criterion % is not of the version that audit % uses.', new.criterion_id, new.audit_id using errcode = 'foreign_key_violation';
  end if;
  return new;
end
$$;
--> statement-breakpoint
CREATE TRIGGER audit_answers_are_of_version BEFORE INSERT OR UPDATE OF audit_id, criterion_id ON audit_answers
  FOR EACH ROW EXECUTE FUNCTION audit_answers_are_of_version();
