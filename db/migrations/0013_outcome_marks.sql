-- When a day begins in a time zone. Where clocks are put back over midnight it is twice 0:00, and the first is meant.
CREATE FUNCTION outcome_day_start(day date, zone text) RETURNS timestamp with time zone LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select case when ((day::timestamp at time zone zone) - interval '1 hour') at time zone zone >= day::timestamp
    then (day::timestamp at time zone zone) - interval '1 hour' else day::timestamp at time zone zone end
$$;
--> statement-breakpoint
-- Which of 1024 locks a campaign's day has; few enough that a transaction may hold all of them.
CREATE FUNCTION outcome_day_lock(campaign integer, day date) RETURNS integer LANGUAGE sql IMMUTABLE AS $$
  select (abs(campaign::bigint * 400009 + (day - date '2000-01-01')) % 1024)::integer
$$;
--> statement-breakpoint
-- Marks the days of the calls that a statement changed, as they were and as they are. The locks are shared until the transaction ends, so that a
-- day is summed up before all of it or after all of it: the mark of a change outlives every sum that did not see the change. Before the first
-- sums there is no time zone, and nothing to be marked.
CREATE FUNCTION outcome_mark_days() RETURNS trigger LANGUAGE plpgsql AS $$
declare
  zone text;
  campaigns integer[];
  days date[];
begin
  perform pg_advisory_xact_lock_shared(4871225);
  select value #>> '{}' into zone from installation_settings where name = 'outcome_zone';
  if zone is null then
    return null;
  end if;
  if tg_op = 'INSERT' then
    select array_agg(campaign_id), array_agg(day) into campaigns, days
    from (select distinct campaign_id, (started_at at time zone zone)::date as day from added) as changed;
  elsif tg_op = 'DELETE' then
    select array_agg(campaign_id), array_agg(day) into campaigns, days
    from (select distinct campaign_id, (started_at at time zone zone)::date as day from removed) as changed;
  else
    select array_agg(campaign_id), array_agg(day) into campaigns, days
    from (select campaign_id, (started_at at time zone zone)::date as day from added
      union select campaign_id, (started_at at time zone zone)::date from removed) as changed;
  end if;
  if campaigns is null then
    return null;
  end if;
  perform pg_advisory_xact_lock_shared(4871226, slot)
  from (select distinct outcome_day_lock(campaign, day) as slot from unnest(campaigns, days) as changed(campaign, day) order by 1) as slots;
  insert into outcome_marks (campaign_id, day)
  select campaign, changed.day from unnest(campaigns, days) as changed(campaign, day)
  where not exists (select from outcome_marks m where m.campaign_id = campaign and m.day = changed.day);
  return null;
end
$$;
--> statement-breakpoint
CREATE TRIGGER outcome_mark_added AFTER INSERT ON call_outcomes REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_mark_days();
--> statement-breakpoint
CREATE TRIGGER outcome_mark_changed AFTER UPDATE ON call_outcomes REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_mark_days();
--> statement-breakpoint
CREATE TRIGGER outcome_mark_removed AFTER DELETE ON call_outcomes REFERENCING OLD TABLE AS removed
  FOR EACH STATEMENT EXECUTE FUNCTION outcome_mark_days();
