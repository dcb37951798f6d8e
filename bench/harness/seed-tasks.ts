import type { Sql, TransactionSql } from "postgres";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";

const CAMPAIGNS = 60;
const OPERATORS = 400;
const FIRST_NAMES = ["María", "José", "Lucía", "Martín", "Sofía", "Diego", "Valentina", "Nicolás", "Camila", "Tomás"];
const LAST_NAMES = ["López", "Pérez", "García", "Fernández", "Gómez", "Díaz", "Ruiz", "Sosa", "Romero", "Silva", "Castro", "Núñez"];

/**
 * Fills the database with so many tasks over the last two years, with their calls and recordings, as uneven as real ones: a few large
 * campaigns and operators and many small ones, one campaign that ended, few failures, rare sources, a common tag and a rare one. Needs a
 * superuser. Returns the campaigns' numbers, the ended one first.
 */
export async function seedTasks({ sql, count }: { sql: Sql; count: number }): Promise<number[]> {
  const names = Array.from({ length: OPERATORS }, (_, index) => nameOf(index));
  const campaigns = await sql<{ id: number }[]>`
    insert into campaigns (name) select 'Campaign ' || n from generate_series(2, ${CAMPAIGNS}) n returning id`;
  await sql`
    insert into operators (id, name, match_key, origin)
    select uuidv7(), name, key, 'automatic' from unnest(${names}::text[], ${names.map(operatorMatchKey)}::text[]) as named(name, key)
    on conflict do nothing`;
  await sql.begin(async (transaction) => {
    // Foreign keys hold by the way the rows are made, and indexes are quicker made at once than row by row.
    await transaction`set local session_replication_role = replica`;
    await transaction`set local maintenance_work_mem = '512MB'`;
    const indexes = await transaction<{ name: string; definition: string }[]>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid in ('calls'::regclass, 'tasks'::regclass, 'recordings'::regclass, 'task_tags'::regclass) and not indisunique`;
    for (const { name } of indexes) await transaction.unsafe(`drop index ${name}`);
    await insertRows(transaction, { count, campaignIds: campaigns.map(({ id }) => id) });
    for (const { definition } of indexes) await transaction.unsafe(definition);
  });
  await sql`vacuum (analyze) calls, tasks, recordings, operators, campaigns, task_tags`;
  return campaigns.map(({ id }) => id);
}

function nameOf(index: number): string {
  const first = FIRST_NAMES[index % FIRST_NAMES.length];
  const last = LAST_NAMES[Math.floor(index / FIRST_NAMES.length) % LAST_NAMES.length];
  return `${first} ${last} ${String.fromCharCode(65 + Math.floor(index / FIRST_NAMES.length / LAST_NAMES.length))}.`;
}

/** The first of the campaigns is the one that ended; of the others the first are the largest. */
async function insertRows(sql: TransactionSql, { count, campaignIds }: { count: number; campaignIds: number[] }): Promise<void> {
  await sql`select setseed(0.5)`;
  // Made up anew each time, so that a second filling is of other calls.
  const mark = `${Date.now().toString(36)}-`;
  await sql`
    create temporary table seed on commit drop as
    select n, at, uuidv7(at - now()) as call_id, uuidv7(at - now()) as recording_id, uuidv7(at - now()) as task_id,
      -- Of the oldest tenth a third is of a campaign that ended then.
      (${campaignIds}::int[])[case when n < ${count} * 0.1 and random() < 0.3 then 1 else 2 + floor(${CAMPAIGNS - 2} * power(random(), 3))::int end] as campaign,
      case when random() < 0.05 then null else 1 + floor(${OPERATORS} * power(random(), 2))::int end as operator,
      case when random() < 0.7 then 'inbound' else 'outbound' end::direction as direction,
      (array['anura', 'aria', 'sftp', 'neotel'])[case when random() < 0.8 then 1 when random() < 0.9 then 2 when random() < 0.9 then 3 else 4 end]::source as source,
      case when random() < 0.005 then 'failed' when n > ${count} * 0.999 then 'pending' when random() < 0.2 then 'completed'
        when random() < 0.3 then 'audited' else 'validated' end::task_status as status,
      '+54911' || lpad(floor(random() * 1e8)::text, 8, '0') as number,
      '0800' || lpad(floor(random() * 50)::text, 7, '1') as line,
      round((5 * exp(random() * 5))::numeric, 3) as seconds
    from (select n, now() - (${count} - n) * interval '2 years' / ${count} as at from generate_series(1, ${count}) n) as times`;
  await sql`create temporary table seed_operators on commit drop as select id, row_number() over (order by match_key) as number from operators`;
  await sql`
    insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized,
      called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, operator_id, is_ended, recording_status,
      recording_url, created_at, updated_at)
    select call_id, campaign, source, 'id:' || ${mark} || n, ${mark} || n, seed.direction, at - random() * interval '20 minutes',
      case seed.direction when 'inbound' then seed.number else seed.line end, case seed.direction when 'inbound' then seed.line else seed.number end,
      case seed.direction when 'inbound' then seed.number else seed.line end, case seed.direction when 'inbound' then seed.line else seed.number end,
      'ANSWERED', seconds, seconds, '201', '', seed_operators.id, true, 'stored', 'https://recordings.example.com/' || n, at, at
    from seed left join seed_operators on seed_operators.number = seed.operator`;
  await sql`
    insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial,
      silence_ratio, created_at)
    select recording_id, call_id, encode(sha256((${mark} || n)::bytea), 'hex'), seconds * 8000, 'audio/mpeg', seconds, 1, 8000, n % 200 = 0, 0.3, at
    from seed`;
  await sql`
    insert into tasks (id, call_id, recording_id, campaign_id, operator_id, source, direction, status, failure, started_at, duration_seconds,
      score, audio_identity_key, created_at, updated_at)
    select task_id, call_id, recording_id, seed.campaign, calls.operator_id, seed.source, seed.direction, seed.status,
      case seed.status when 'failed' then 'It failed.' end, calls.started_at, seconds,
      case when seed.status in ('audited', 'validated') then round((100 * power(random(), 0.25))::numeric, 2) end,
      seed.source || ':' || ${mark} || n, at, at
    from seed join calls on calls.id = seed.call_id order by n`;
  await sql`
    insert into campaign_tags (id, campaign_id, name, match_key)
    select uuidv7(), id, tag, lower(tag) from campaigns cross join (values ('Reviewed'), ('Complaint')) as named(tag)
    on conflict do nothing`;
  // Every fifth call is reviewed, one of ten thousand is a complaint.
  await sql`
    insert into task_tags (task_id, tag_id)
    select task_id, campaign_tags.id from seed join campaign_tags on campaign_id = seed.campaign
      and (n % 5 = 0 and match_key = 'reviewed' or n % 10000 = 77 and match_key = 'complaint')`;
}
