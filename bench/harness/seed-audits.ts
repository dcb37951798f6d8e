import type { Sql, TransactionSql } from "postgres";

const AUDITORS = 40;
const QUESTIONS = 15;
const VERSIONS = 3;
const SECTIONS = ["Opening", "Needs", "Offer", "Closing"];
const CALIBRATED_CALLS = 1_000;
const PIECE = 5_000;

type SeedAuditsInput = { sql: Sql; count: number };

/** Campaigns by their audits, an operator and an auditor with many, and seconds of writing what reports count. */
export type SeededAudits = { campaignIds: number[]; operatorId: string; auditorId: string; factSeconds: number };

/**
 * Audits so many of the tasks that there are, evenly over their time, each with an answer to fifteen questions: two in five by the machine, the
 * others by five auditors a campaign; three versions of each scorecard, some calls audited three times to be compared, what came of the calls
 * of pay-per-call, and what was heard in every tenth. Needs a superuser. Then has what reports count written, as triggers do.
 */
export async function seedAudits({ sql, count }: SeedAuditsInput): Promise<SeededAudits> {
  await sql`
    insert into users (id, email, name, role) select uuidv7(), 'auditor' || n || '@bench.example', 'Auditor ' || n, 'auditor'
    from generate_series(1, ${AUDITORS}) n`;
  await sql.begin(makeScorecards);
  await sql.begin(async (transaction) => {
    // Foreign keys hold by the way the rows are made, and indexes are quicker made at once than row by row.
    await transaction`set local session_replication_role = replica`;
    await transaction`set local maintenance_work_mem = '512MB'`;
    const indexes = await transaction<{ name: string; definition: string }[]>`
      select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid in ('audits'::regclass, 'audit_answers'::regclass) and not indisprimary`;
    for (const { name } of indexes) await transaction.unsafe(`drop index ${name}`);
    await insertAudits(transaction, count);
    await insertAnswers(transaction);
    await insertWhatWasHeard(transaction);
    await insertOutcomes(transaction);
    for (const { definition } of indexes) await transaction.unsafe(definition);
  });
  await sql`vacuum (analyze) audits, audit_answers, criteria, call_outcomes, transcripts, analyses`;
  const factSeconds = await writeFacts(sql);
  const campaigns = await sql<{ id: number }[]>`select campaign_id as id from quality_facts group by 1 order by count(*) desc`;
  const [operator] = await sql<{ id: string }[]>`
    select operator_id as id from quality_facts where operator_id is not null group by 1 order by count(*) desc limit 1`;
  const [auditor] = await sql<{ id: string }[]>`
    select auditor_id as id from quality_facts where auditor_id is not null group by 1 order by count(*) desc limit 1`;
  return { campaignIds: campaigns.map(({ id }) => id), operatorId: operator?.id ?? "", auditorId: auditor?.id ?? "", factSeconds };
}

async function makeScorecards(sql: TransactionSql): Promise<void> {
  await sql`insert into scorecards (id, campaign_id) select uuidv7(), id from campaigns on conflict do nothing`;
  await sql`create temporary table question_keys on commit drop as select s.id as scorecard_id, n - 1 as position, uuidv7() as key
    from scorecards s cross join generate_series(1, ${QUESTIONS}) n`;
  for (let number = 1; number <= VERSIONS; number++) {
    await sql`insert into scorecard_versions (id, scorecard_id) select uuidv7(), id from scorecards`;
    await sql`
      insert into criteria (id, version_id, key, position, section, question, kind, weight, condition, critical)
      select uuidv7(), v.id, k.key, k.position, (${SECTIONS}::text[])[1 + k.position * ${SECTIONS.length} / ${QUESTIONS}], 'Question ' || k.position + 1 || '?',
        'yes_no', 100.0 / ${QUESTIONS}, case when k.position % 5 = 4 then 'Where it comes up' end,
        case when k.position = 3 then 'whole' else 'none' end::critical_level
      from scorecard_versions v join question_keys k on k.scorecard_id = v.scorecard_id where v.number is null`;
    await sql`update scorecard_versions set number = ${number}, published_at = now() where number is null`;
  }
}

/** Each campaign has five of the auditors; the machine alone has two audits of five. */
async function insertAudits(sql: TransactionSql, count: number): Promise<void> {
  await sql`select setseed(0.25)`;
  await sql`create temporary table bench_auditors on commit drop as select id, row_number() over (order by email) - 1 as number from users where role = 'auditor'`;
  await sql`
    create temporary table audited on commit drop as
    select t.*, c.passing_score, row_number() over () as n, random() as chance, floor(5 * random())::int as auditor from tasks t
      join campaigns c on c.id = t.campaign_id
    where t.id in (select id from tasks order by hashtext(id::text) limit ${count})`;
  await sql`
    insert into audits (id, kind, task_id, version_id, campaign_id, operator_id, contact_at, contact_on, status, auditor_id, score, score_without_fail,
      passing_score, has_critical_failure, completed_at, completed_by, validated_at, validated_by)
    select uuidv7(a.started_at - now()), 'quality', a.id, v.id, a.campaign_id, a.operator_id, a.started_at,
      (a.started_at at time zone 'America/Argentina/Buenos_Aires')::date,
      case when a.chance < 0.1 then 'open' when a.chance < 0.7 then 'completed' else 'validated' end::audit_status, by_whom.id,
      round((40 + 60 * random())::numeric, 2), round((60 + 40 * random())::numeric, 2), a.passing_score, random() < 0.05,
      case when a.chance >= 0.1 then a.started_at end, case when a.chance >= 0.1 then by_whom.id end,
      case when a.chance >= 0.7 then a.started_at end, case when a.chance >= 0.7 then (select id from bench_auditors where number = 0) end
    from audited a join scorecards s on s.campaign_id = a.campaign_id
      join scorecard_versions v on v.scorecard_id = s.id
        and v.number = least(${VERSIONS}, 1 + floor(${VERSIONS} * extract(epoch from a.started_at - (now() - interval '2 years')) / extract(epoch from interval '2 years')))
      left join bench_auditors by_whom on a.n % 5 < 3 and by_whom.number = (a.campaign_id * 5 + a.auditor) % ${AUDITORS}`;
  await sql`
    insert into audits (id, kind, task_id, version_id, campaign_id, operator_id, contact_at, contact_on, status, auditor_id, score, score_without_fail,
      passing_score, completed_at, completed_by)
    select uuidv7(), 'calibration', a.task_id, a.version_id, a.campaign_id, a.operator_id, a.contact_at, a.contact_on, 'completed', w.id,
      round((40 + 60 * random())::numeric, 2), 90, a.passing_score, a.contact_at, w.id
    from (select * from audits where kind = 'quality' order by hashtext(id::text) limit ${CALIBRATED_CALLS}) a
      join bench_auditors w on w.number in (select (a.campaign_id * 5 + k) % ${AUDITORS} from generate_series(0, 2) k)`;
}

async function insertAnswers(sql: TransactionSql): Promise<void> {
  await sql`
    insert into audit_answers (audit_id, criterion_id, answer, answered_by, answered_at, machine_answer, machine_source)
    select id, criterion_id, answer, auditor_id, contact_at, machine_answer, case when machine_answer is not null then 'rule' end::answer_source
    from (
      select a.id, c.id as criterion_id, a.auditor_id, a.contact_at,
        case when c.condition is not null and random() < 0.3 then 'not_applicable' when random() < 0.8 then 'complies' else 'fails' end::answer as answer,
        case when a.auditor_id is null or random() < 0.5 then case when random() < 0.8 then 'complies' else 'fails' end end::answer as machine_answer
      from audits a join criteria c on c.version_id = a.version_id order by a.id, c.position
    ) as given`;
}

async function insertWhatWasHeard(sql: TransactionSql): Promise<void> {
  await sql`
    insert into transcripts (task_id, recording_id, transcriber, model, language, duration_seconds, lane_reason, word_times, speakers, measures)
    select id, recording_id, 'local', 'bench', 'es', duration_seconds, 'mono', 'none', '[]',
      json_build_object('longestSilenceSeconds', round(duration_seconds * random()), 'silenceRatio', round(random()::numeric, 4))
    from audited where n % 10 = 0`;
  await sql`
    insert into analyses (task_id, model, summary, topics, sentiments, dropped_count)
    select id, 'bench', '[]', '[]', (select json_agg(json_build_object('position', k, 'sentiment', 'negative', 'quote', 'no'))
      from generate_series(0, (n / 10 % 4)::int) k), 0
    from audited where n % 10 = 0`;
}

async function insertOutcomes(sql: TransactionSql): Promise<void> {
  await sql`insert into connections (id, public_id, name) values (uuidv7(), 'bench', 'Benchmark') on conflict do nothing`;
  await sql`
    insert into call_outcomes (call_id, connection_id, campaign_id, started_at, converted, connected_seconds, revenue, buyer_name, publisher_name, standing)
    select id, (select id from connections where public_id = 'bench'), campaign_id, started_at, random() < 0.3, duration_seconds,
      round((60 * random())::numeric, 4), 'Buyer ' || floor(30 * random()), 'Publisher ' || floor(40 * random()), '{"base":"2026-01-01T00:00:00.000Z 0","others":{}}'
    from calls where source = 'aria' on conflict do nothing`;
}

async function writeFacts(sql: Sql): Promise<number> {
  const startedAt = performance.now();
  await sql`truncate quality_facts`;
  for (let last: string | null = "00000000-0000-0000-0000-000000000000"; last !== null; ) {
    const [piece]: { ids: string[] | null; last: string | null }[] = await sql`
      select array_agg(id) as ids, (array_agg(id order by id desc))[1] as last
      from (select id from audits where id > ${last} and kind = 'quality' and status <> 'open' order by id limit ${PIECE}) as next`;
    if (piece?.ids) await sql`select quality_write_facts(${piece.ids}::uuid[])`;
    last = piece?.last ?? null;
  }
  await sql`vacuum (analyze) quality_facts`;
  return (performance.now() - startedAt) / 1_000;
}
