CREATE TABLE "quality_facts" (
	"audit_id" uuid PRIMARY KEY NOT NULL,
	"campaign_id" integer NOT NULL,
	"contact_on" date NOT NULL,
	"operator_id" uuid,
	"auditor_id" uuid,
	"version_id" uuid NOT NULL,
	"task_id" uuid,
	"call_id" uuid,
	"channel" "contact_channel" NOT NULL,
	"is_by_machine" boolean NOT NULL,
	"is_validated" boolean NOT NULL,
	"is_passed" boolean NOT NULL,
	"has_critical_failure" boolean NOT NULL,
	"score" integer NOT NULL,
	"score_without_fail" integer NOT NULL,
	"complied" numeric NOT NULL,
	"failed" numeric NOT NULL,
	"agreed" numeric NOT NULL,
	"overruled" numeric NOT NULL,
	"longest_silence_seconds" integer,
	"negative_lines" smallint,
	CONSTRAINT "quality_facts_scores_are_scores" CHECK ("quality_facts"."score" between 0 and 10000 and "quality_facts"."score_without_fail" between 0 and 10000)
);
--> statement-breakpoint
ALTER TABLE "quality_facts" ADD CONSTRAINT "quality_facts_audit_id_audits_id_fk" FOREIGN KEY ("audit_id") REFERENCES "public"."audits"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quality_facts_campaign_idx" ON "quality_facts" USING btree ("campaign_id","contact_on");--> statement-breakpoint
CREATE INDEX "quality_facts_operator_idx" ON "quality_facts" USING btree ("operator_id","contact_on");--> statement-breakpoint
CREATE INDEX "quality_facts_auditor_idx" ON "quality_facts" USING btree ("auditor_id","contact_on");--> statement-breakpoint
CREATE INDEX "audits_calibration_idx" ON "audits" USING btree ("campaign_id","contact_on") WHERE "audits"."kind" = 'calibration';
--> statement-breakpoint
-- The number 1 in the place of a question, where every question has eight digits.
CREATE FUNCTION quality_place("position" smallint) RETURNS numeric LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select ('1' || repeat('0', 8 * "position"))::numeric
$$;
--> statement-breakpoint
-- Writes what reports count of some audits anew, as they are now.
CREATE FUNCTION quality_write_facts(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
begin
  if ids is null then
    return;
  end if;
  -- One transaction at a time for each audit, so that the last to write has seen what all others wrote.
  perform from audits where id = any(ids) order by id for no key update;
  delete from quality_facts f using audits a
  where f.audit_id = any(ids) and a.id = f.audit_id and (a.kind <> 'quality' or a.status = 'open');
  insert into quality_facts (audit_id, campaign_id, contact_on, operator_id, auditor_id, version_id, task_id, call_id, channel, is_by_machine,
    is_validated, is_passed, has_critical_failure, score, score_without_fail, complied, failed, agreed, overruled, longest_silence_seconds,
    negative_lines)
  select a.id, a.campaign_id, a.contact_on, a.operator_id, a.auditor_id, a.version_id, a.task_id, t.call_id, a.channel, a.auditor_id is null,
    a.status = 'validated', a.score >= a.passing_score, a.has_critical_failure, round(a.score * 100)::int,
    round(coalesce(a.score_without_fail, a.score) * 100)::int, coalesce(w.complied, 0), coalesce(w.failed, 0), coalesce(w.agreed, 0),
    coalesce(w.overruled, 0), round((s.measures->>'longestSilenceSeconds')::numeric)::int,
    case when n.task_id is not null then
      (select count(*) from jsonb_array_elements(n.sentiments) as line where line->>'sentiment' = 'negative') end
  from audits a
    left join tasks t on t.id = a.task_id
    left join transcripts s on s.task_id = a.task_id
    left join analyses n on n.task_id = a.task_id
    left join lateral (
      select sum(quality_place(c.position)) filter (where r.answer = 'complies') as complied,
        sum(quality_place(c.position)) filter (where r.answer = 'fails') as failed,
        sum(quality_place(c.position)) filter (where r.answered_by is not null and r.answer = r.machine_answer) as agreed,
        sum(quality_place(c.position)) filter (where r.answered_by is not null and r.answer <> r.machine_answer) as overruled
      from audit_answers r join criteria c on c.id = r.criterion_id where r.audit_id = a.id
    ) w on true
  where a.id = any(ids) and a.kind = 'quality' and a.status <> 'open'
  on conflict (audit_id) do update set (campaign_id, contact_on, operator_id, auditor_id, version_id, task_id, call_id, channel, is_by_machine,
    is_validated, is_passed, has_critical_failure, score, score_without_fail, complied, failed, agreed, overruled, longest_silence_seconds,
    negative_lines) = (excluded.campaign_id, excluded.contact_on, excluded.operator_id, excluded.auditor_id, excluded.version_id,
    excluded.task_id, excluded.call_id, excluded.channel, excluded.is_by_machine, excluded.is_validated, excluded.is_passed,
    excluded.has_critical_failure, excluded.score, excluded.score_without_fail, excluded.complied, excluded.failed, excluded.agreed,
    excluded.overruled, excluded.longest_silence_seconds, excluded.negative_lines);
end
$$;
--> statement-breakpoint
-- Which of 1024 locks a task has: whoever makes its audit and whoever writes down what is heard in it do not miss each other.
CREATE FUNCTION quality_task_lock(task uuid) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  select hashtext(task::text) & 1023
$$;
--> statement-breakpoint
CREATE FUNCTION quality_audits_added() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  perform pg_advisory_xact_lock(4871228, slot)
  from (select distinct quality_task_lock(task_id) as slot from added where kind = 'quality' and task_id is not null order by 1) as slots;
  perform quality_write_facts((select array_agg(id) from added where kind = 'quality' and status <> 'open'));
  return null;
end
$$;
--> statement-breakpoint
-- An audit that is open, as most are that change, is in no report.
CREATE FUNCTION quality_audits_changed() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  perform quality_write_facts((
    select array_agg(a.id) from added a join removed r on r.id = a.id
    where (a.status <> 'open' or r.status <> 'open') and (a.kind, a.status, a.campaign_id, a.contact_on, a.operator_id, a.auditor_id,
      a.version_id, a.task_id, a.channel, a.score, a.score_without_fail, a.passing_score, a.has_critical_failure)
      is distinct from (r.kind, r.status, r.campaign_id, r.contact_on, r.operator_id, r.auditor_id, r.version_id, r.task_id, r.channel,
      r.score, r.score_without_fail, r.passing_score, r.has_critical_failure)));
  return null;
end
$$;
--> statement-breakpoint
-- Looks at the audits once nobody else has them, so that an answer is not missed by who completes its audit meanwhile.
CREATE FUNCTION quality_answers_changed() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  perform from audits where id in (select audit_id from changed) order by id for no key update;
  perform quality_write_facts((
    select array_agg(id) from audits where kind = 'quality' and status <> 'open' and id in (select audit_id from changed)));
  return null;
end
$$;
--> statement-breakpoint
-- What was heard in a task's recording, or made of it, is another now.
CREATE FUNCTION quality_task_heard() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  perform pg_advisory_xact_lock(4871228, slot)
  from (select distinct quality_task_lock(task_id) as slot from changed order by 1) as slots;
  perform from audits where kind = 'quality' and task_id in (select task_id from changed) order by id for no key update;
  perform quality_write_facts((
    select array_agg(id) from audits where kind = 'quality' and status <> 'open' and task_id in (select task_id from changed)));
  return null;
end
$$;
--> statement-breakpoint
CREATE TRIGGER quality_audits_added AFTER INSERT ON audits REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION quality_audits_added();
--> statement-breakpoint
CREATE TRIGGER quality_audits_changed AFTER UPDATE ON audits REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION quality_audits_changed();
--> statement-breakpoint
CREATE TRIGGER quality_answers_added AFTER INSERT ON audit_answers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_answers_changed();
--> statement-breakpoint
CREATE TRIGGER quality_answers_changed AFTER UPDATE ON audit_answers REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_answers_changed();
--> statement-breakpoint
CREATE TRIGGER quality_answers_removed AFTER DELETE ON audit_answers REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_answers_changed();
--> statement-breakpoint
CREATE TRIGGER quality_transcripts_added AFTER INSERT ON transcripts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_task_heard();
--> statement-breakpoint
CREATE TRIGGER quality_transcripts_changed AFTER UPDATE ON transcripts REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_task_heard();
--> statement-breakpoint
CREATE TRIGGER quality_transcripts_removed AFTER DELETE ON transcripts REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_task_heard();
--> statement-breakpoint
CREATE TRIGGER quality_analyses_added AFTER INSERT ON analyses REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_task_heard();
--> statement-breakpoint
CREATE TRIGGER quality_analyses_changed AFTER UPDATE ON analyses REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_task_heard();
--> statement-breakpoint
CREATE TRIGGER quality_analyses_removed AFTER DELETE ON analyses REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION quality_task_heard();
--> statement-breakpoint
SELECT quality_write_facts(array_agg(id)) FROM audits WHERE kind = 'quality' AND status <> 'open';
