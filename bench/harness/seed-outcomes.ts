import type { Sql, TransactionSql } from "postgres";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";

const CAMPAIGNS = 20;
const PUBLISHERS = 40;
const BUYERS = 30;
const TARGETS = 60;
const VERTICALS = ["Auto", "Legal", "Medicare", "Home", "Solar", "Debt", "Roofing", "Travel"];
const STATES = 50;

/**
 * Fills the database with so many pay-per-call calls over the last year and what came of them, as uneven as real ones: a few large campaigns,
 * publishers and buyers, more calls by day than by night, one caller in eight who had called before, and what the platform left empty now and
 * then. Then sums all of it up, as the worker does. Needs a superuser. Returns the campaigns' numbers, the largest first, and seconds of the sums.
 */
export async function seedOutcomes({ sql, count }: { sql: Sql; count: number }): Promise<{ campaignIds: number[]; sumSeconds: number }> {
  const campaigns = await sql<{ id: number }[]>`
    insert into campaigns (name) select 'Vertical ' || n from generate_series(1, ${CAMPAIGNS}) n returning id`;
  const campaignIds = campaigns.map(({ id }) => id);
  const targets = Array.from({ length: TARGETS }, (_, index) => `Target ${index + 1}`);
  await sql`
    insert into operators (id, name, match_key, origin)
    select uuidv7(), name, key, 'automatic' from unnest(${targets}::text[], ${targets.map(operatorMatchKey)}::text[]) as named(name, key)
    on conflict do nothing`;
  await sql`insert into connections (id, public_id, name) values (uuidv7(), 'bench', 'Benchmark') on conflict do nothing`;
  await sql.begin(async (transaction) => {
    // Foreign keys hold by the way the rows are made, and indexes are quicker made at once than row by row.
    await transaction`set local session_replication_role = replica`;
    await transaction`set local maintenance_work_mem = '512MB'`;
    const indexes = await transaction<{ name: string; definition: string }[]>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid in ('calls'::regclass, 'call_outcomes'::regclass) and not indisunique`;
    for (const { name } of indexes) await transaction.unsafe(`drop index ${name}`);
    await insertRows(transaction, { count, campaignIds });
    for (const { definition } of indexes) await transaction.unsafe(definition);
  });
  await sql`vacuum (analyze) calls, call_outcomes, operators, campaigns`;
  // Loaded now, since it connects to the database that was just found.
  const { refreshOutcomes } = await import("@/lib/reports/outcomes/refresh-outcomes");
  const startedAt = performance.now();
  while ((await refreshOutcomes()).hasMore);
  const sumSeconds = (performance.now() - startedAt) / 1_000;
  await sql`vacuum (analyze) outcome_sums, outcome_combinations, outcome_marks, outcome_words`;
  return { campaignIds, sumSeconds };
}

async function insertRows(sql: TransactionSql, { count, campaignIds }: { count: number; campaignIds: number[] }): Promise<void> {
  await sql`select setseed(0.5)`;
  await sql`
    create temporary table seed on commit drop as
    select n, at, uuidv7(at - now()) as call_id, (${campaignIds}::int[])[1 + floor(${CAMPAIGNS} * power(random(), 2))::int] as campaign,
      1 + floor(${PUBLISHERS} * power(random(), 2))::int as publisher, 1 + floor(8 * random())::int as sub,
      1 + floor(${BUYERS} * power(random(), 2))::int as buyer, 1 + floor(${TARGETS} * random())::int as target,
      floor(${STATES} * power(random(), 2))::int as state, random() as chance,
      case when random() < 0.25 then 0 else round((10 * exp(random() * 4))::numeric, 3) end as connected
    from (
      -- Evenly over the year, by day three times as often as by night.
      select n, day + interval '1 hour' * (case when random() < 0.75 then 12 + 12 * random() else 24 * random() end) as at
      from (select n, date_trunc('day', now()) - (${count} - n) * interval '365 days' / ${count} as day from generate_series(1, ${count}) n) as days
    ) as times
    where at < now()`;
  await sql`
    insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized,
      called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, operator_id, is_ended, recording_status, created_at, updated_at)
    select call_id, campaign, 'aria', 'id:bench-' || n, 'bench-' || n, 'inbound', at, '+1305' || n, '+18005550199', '+1305' || n, '+18005550199',
      '', connected + 20, connected, '', 'Target ' || target, operators.id, true, 'none', at, at
    from seed join operators on operators.name = 'Target ' || target`;
  await sql`
    insert into call_outcomes (call_id, connection_id, campaign_id, started_at, external_campaign_id, external_campaign_name, converted, is_duplicate,
      duration_seconds, connected_seconds, ended_by, revenue, cost, payout, buyer_name, target_name, publisher_name, publisher_sub_id, vertical,
      state, zip_code, data_source, standing, updated_at)
    select call_id, (select id from connections where public_id = 'bench'), campaign, at, 'CA' || campaign, 'Vertical ' || campaign,
      connected > 90 and chance < 0.8, chance > 0.875, connected + 20, connected,
      case when chance < 0.5 then 'caller' when chance < 0.9 then 'callee' when chance < 0.97 then 'system' end::call_ender,
      case when connected > 90 then round((20 + 60 * chance)::numeric, 2) else 0 end, round((0.05 + chance)::numeric, 4),
      case when connected > 90 then round((10 + 30 * chance)::numeric, 2) else 0 end, 'Buyer ' || buyer, 'Target ' || target,
      'Publisher ' || publisher, case when chance < 0.02 then '' else 'sub-' || publisher || '-' || sub end,
      (${VERTICALS}::text[])[1 + (campaign + target % 2) % 8], case when chance < 0.03 then '' else chr(65 + state / 2) || chr(65 + state % 26) end,
      lpad((n % 99999)::text, 5, '0'), 'ringing', '{"base":"2026-01-01T00:00:00.000Z 0","others":{}}', at
    from seed order by at`;
}
