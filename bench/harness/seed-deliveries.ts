import type { Sql, TransactionSql } from "postgres";

type SeedDeliveriesInput = {
  sql: Sql;
  count: number;
  /** Over which they are spread, up to now. */
  days: number;
  /** The first is of a campaign that ended long ago; of the others the first are the largest. */
  campaignIds: number[];
};

const DAY_MS = 24 * 3_600_000;
const MONTHS_AT_ONCE_DAYS = 60;

/** Share of the deliveries that each key sends; the last but one was revoked when a fifth of the time had passed, the last is for trials. */
const KEYS = ["Anura, main PBX", "Anura, second PBX", "Anura, north", "Anura, south", "Aria", "Net2Phone", "Old PBX", "Trials"];

/**
 * Fills the reception log with so many deliveries in partitions of their months, as uneven as real ones: mostly calls that began and ended,
 * few refused, some reasons, sources, keys and addresses rare, one campaign that ended, a few replays. Needs a superuser.
 */
export async function seedDeliveries({ sql, count, days, campaignIds }: SeedDeliveriesInput): Promise<void> {
  // It connects to the database when it is read.
  const { maintainDeliveries } = await import("@/lib/reception/maintain-deliveries");
  const now = Date.now();
  for (let age = days; age > -MONTHS_AT_ONCE_DAYS; age -= MONTHS_AT_ONCE_DAYS)
    await maintainDeliveries({ now: new Date(now - age * DAY_MS), retentionDays: 10 * 365 });
  const keys = await sql<{ id: string }[]>`
    insert into api_keys (id, name, key_sha256, last4, revoked_at)
    select uuidv7(), name, sha256(uuidv7()::text::bytea), right(md5(random()::text), 4), case when name = 'Old PBX' then now() end
    from unnest(${KEYS}::text[]) with ordinality as named(name, place) order by place returning id`;
  await sql.begin(async (transaction) => {
    await transaction`set local maintenance_work_mem = '512MB'`;
    // Made at once they are quicker made than row by row. Those of a partition go and come with their parent's.
    const indexes = await transaction<{ name: string; definition: string }[]>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid = 'deliveries'::regclass and not indisunique`;
    for (const { name } of indexes) await transaction.unsafe(`drop index ${name}`);
    await insertRows(transaction, { count, days, campaignIds, keyIds: keys.map(({ id }) => id) });
    for (const { definition } of indexes) await transaction.unsafe(definition.replace(" ON ONLY ", " ON "));
  });
  await sql`vacuum (analyze) deliveries`;
}

type Rows = Omit<SeedDeliveriesInput, "sql"> & { keyIds: string[] };

async function insertRows(sql: TransactionSql, { count, days, campaignIds, keyIds }: Rows): Promise<void> {
  await sql`select setseed(0.5)`;
  // What each delivery is: drawn first, since what it says follows from it.
  await sql`
    create temporary table seed_deliveries on commit drop as
    select n, at, dice, uuidv7(at - now()) as id, source, kind,
      case when n < ${count} * 0.1 and random() < 0.3 then 1 else 2 + floor(${campaignIds.length - 1} * power(random(), 3))::int end as campaign,
      case when source = 'aria' then 5 when source = 'net2phone' then 6 when random() < 0.0002 then 8
        when n < ${count} * 0.2 and random() < 0.3 then 7 when random() < 0.6 then 1 when random() < 0.7 then 2 when random() < 0.9 then 3 else 4 end as key
    from (
      select n, now() - ${days} * interval '1 day' * ((${count} - n)::float8 / ${count}) as at, random() as dice,
        case when random() < 0.97 then 'anura' when random() < 0.97 then 'aria' else 'net2phone' end::source as source,
        case when random() < 0.02 then 'refused' when random() < 0.3 then 'start' when random() < 0.15 then 'unrecorded'
          when random() < 0.05 then 'again' when random() < 0.003 then 'announced' when random() < 0.00002 then 'strange' else 'end' end as kind
      from generate_series(1, ${count}) n
    ) as drawn`;
  // Calls that are there already are what accepted deliveries brought; without any, the calls are made up.
  await sql`
    create temporary table seed_calls on commit drop as
    select id, campaign_id, row_number() over (order by created_at) as number from calls where created_at > now() - ${days} * interval '1 day'`;
  await sql`
    insert into deliveries (id, received_at, source, verdict, reason, problems, warnings, response_status, event_kind, campaign_id, call_id,
      call_key, api_key_id, remote_address, content_type, headers, raw, raw_sha256, replay_of)
    select d.id, d.at, d.source, verdict::verdict, reason,
      case reason when 'invalid_fields' then '[{"path":"billseconds","code":"missing","message":"billseconds is not in the body."}]' else '[]' end::jsonb,
      case when d.n % 50 = 0 then '[{"path":"accountname","code":"unreplaced_variable","message":"accountname was not replaced by the sender."}]' else '[]' end::jsonb,
      case when verdict <> 'refused' then 200 when reason = 'invalid_json' then 400 when reason = 'body_too_large' then 413 else 422 end,
      case when reason in ('invalid_json', 'body_too_large') then '' when d.kind = 'start' then 'START' when d.kind = 'strange' then 'HOLD' else 'END' end,
      case when reason in ('invalid_json', 'body_too_large') then null when reason = 'unknown_campaign' then 900000 + d.n % 3
        else coalesce(c.campaign_id, (${campaignIds}::int[])[d.campaign]) end,
      case when d.kind in ('end', 'again', 'announced', 'unrecorded') then coalesce(c.id, uuidv7(d.at - now())) end,
      case when verdict <> 'refused' then encode(sha256((d.n / 2)::text::bytea), 'hex') end,
      (${keyIds}::uuid[])[d.key],
      case when d.n % 200000 = 7 then '198.51.100.7' when d.n % 300 = 1 then '198.51.100.30' else '203.0.113.' || (d.key * 10 + d.n % 3) end,
      'application/json',
      '{"content-type":"application/json","host":"quality.example.com","user-agent":"Anura/2.4","x-api-key":"[redacted]"}'::jsonb,
      body, sha256(body),
      case when d.n % 10000 = 3 then lag(d.id, 2) over (order by d.n) end
    from seed_deliveries d
    cross join lateral (
      select case d.kind when 'refused' then 'refused' when 'end' then 'accepted' when 'again' then 'duplicate' else 'ignored' end as verdict,
        case d.kind when 'start' then 'not_end' when 'unrecorded' then 'not_recorded' when 'again' then 'seen_before' when 'end' then ''
          when 'announced' then 'no_recording_url' when 'strange' then 'unknown_event'
          else case when d.dice < 0.5 then 'invalid_fields' when d.dice < 0.85 then 'unknown_campaign' when d.dice < 0.95 then 'invalid_json'
            when d.dice < 0.98 then 'campaign_archived' when d.dice < 0.9998 then 'wrong_source' else 'body_too_large' end end as reason
    ) as outcome
    left join seed_calls c on d.kind in ('end', 'again') and c.number = 1 + (d.n::bigint * (select count(*) from seed_calls)) / (${count} + 1)
    cross join lateral (
      select convert_to(format('{"dialtime":"%s","direction":"inbound","calling":"+54911%s","called":"08001234","status":"ANSWERED","duration":"62",'
        || '"billseconds":"60","wasrecorded":"true","audio_file_mp3":"https://recordings.example.com/%s.mp3","accountname":"","accountextension":"201",'
        || '"queueagentname":"Agent %s","answerterminal":"ras_201","campaign_id":%s,"cdrid":"%s","hooktrigger":"%s"}',
        to_char(d.at, 'YYYY-MM-DD HH24:MI:SS'), lpad((d.n % 100000000)::text, 8, '0'), d.n, d.n % 400, d.campaign, d.n, upper(d.kind)), 'UTF8') as body
    ) as made order by d.n`;
}
