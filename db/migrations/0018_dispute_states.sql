CREATE INDEX "disputes_opened_idx" ON "disputes" USING btree ("opened_at","id");--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_say_why" CHECK (trim("disputes"."reason") <> '' and ("disputes"."decided_by" is null or trim("disputes"."decision") <> ''));--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_have_time" CHECK ("disputes"."due_at" > "disputes"."opened_at");--> statement-breakpoint
-- A dispute begins open, about an answer of a completed audit as it stands then. It ends once, and what ended stays as it is.
CREATE FUNCTION dispute_states_hold() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'open' then
      raise exception 'A dispute begins open.' using errcode = 'restrict_violation';
    end if;
    perform from audit_answers where audit_id = new.audit_id and criterion_id = new.criterion_id and answer = new.disputed_answer
      and points is not distinct from new.disputed_points and answered_by is not distinct from new.disputed_user_id;
    if not found then
      raise exception 'Audit % has no such answer to criterion %.', new.audit_id, new.criterion_id using errcode = 'foreign_key_violation';
    end if;
  elsif old.status <> 'open' then
    raise exception 'Dispute % is closed and stays as it is.', old.id using errcode = 'restrict_violation';
  elsif (old.id, old.audit_id, old.criterion_id, old.reason, old.opened_by, old.opened_at, old.due_at, old.disputed_answer)
      is distinct from (new.id, new.audit_id, new.criterion_id, new.reason, new.opened_by, new.opened_at, new.due_at, new.disputed_answer)
      or old.disputed_points is distinct from new.disputed_points or old.disputed_user_id is distinct from new.disputed_user_id then
    raise exception 'What dispute % is about stays as it is.', old.id using errcode = 'restrict_violation';
  end if;
  if tg_op = 'INSERT' or new.status in ('accepted', 'rejected') then
    perform from audits where id = new.audit_id and kind = 'quality' and status <> 'open' for share;
    if not found then
      raise exception 'Audit % is not completed: nothing of it is disputed or decided.', new.audit_id using errcode = 'restrict_violation';
    end if;
  end if;
  return new;
end
$$;
--> statement-breakpoint
CREATE TRIGGER dispute_states_hold BEFORE INSERT OR UPDATE ON disputes FOR EACH ROW EXECUTE FUNCTION dispute_states_hold();
