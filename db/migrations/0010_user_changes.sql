-- Whoever changes what a person may do, every process hears of it when that commits: open event streams end at once.
CREATE FUNCTION users_notify() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_table_name = 'users' then
    perform pg_notify('users_changed', new.id::text);
  else
    perform pg_notify('users_changed', coalesce(new.user_id, old.user_id)::text);
  end if;
  return null;
end
$$;
--> statement-breakpoint
CREATE TRIGGER users_notify AFTER UPDATE ON users FOR EACH ROW
  WHEN ((old.role, old.operator_id, old.session_version, old.disabled_at) IS DISTINCT FROM (new.role, new.operator_id, new.session_version, new.disabled_at))
  EXECUTE FUNCTION users_notify();
--> statement-breakpoint
CREATE TRIGGER user_campaigns_notify AFTER INSERT OR UPDATE OR DELETE ON user_campaigns FOR EACH ROW EXECUTE FUNCTION users_notify();
