-- What an entry's hash is made of: the hash before it and every column, so that no entry can be changed, taken out or moved unseen.
CREATE FUNCTION audit_log_hash(previous bytea, entry audit_log) RETURNS bytea LANGUAGE sql STABLE AS $$
  select sha256(previous || convert_to(json_build_array(entry.seq, (extract(epoch from entry.at) * 1000)::bigint, entry.actor_id, entry.actor_name,
    entry.action, entry.object_kind, entry.object_id, entry.object_name, entry.details)::text, 'UTF8'))
$$;
--> statement-breakpoint
-- One entry after the other, on any number of processes: the lock is held until the entry's transaction ends.
CREATE FUNCTION audit_log_append() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  last audit_log;
begin
  perform pg_advisory_xact_lock(4871208);
  select * into last from audit_log order by seq desc limit 1;
  new.seq := coalesce(last.seq, 0) + 1;
  new.at := date_trunc('milliseconds', clock_timestamp());
  new.hash := audit_log_hash(coalesce(last.hash, ''::bytea), new);
  return new;
end
$$;
--> statement-breakpoint
CREATE TRIGGER audit_log_append BEFORE INSERT ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_append();
--> statement-breakpoint
CREATE FUNCTION audit_log_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  raise exception 'The audit log is insert-only.';
end
$$;
--> statement-breakpoint
CREATE TRIGGER audit_log_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_refuse();
