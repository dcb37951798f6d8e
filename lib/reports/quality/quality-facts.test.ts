import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { ANSWERS } from "@/db/enums";
import { makeTask } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import { lockAudit } from "@/lib/audits/lock-audit";
import { rescoreAudit } from "@/lib/audits/rescore-audit";
import { randomFrom } from "@/lib/testing/random-from";
import { type AuditedCalls, makeAuditedCalls } from "./testing/make-audited-calls";

let made: AuditedCalls;
beforeAll(async () => {
  made = await makeAuditedCalls(60);
});

/** Audits whose row of facts is not what plain SQL over everything says, in one statement, so of one moment. */
async function findWrongFacts(): Promise<string[]> {
  const counted = (
    condition: string,
  ) => `(select coalesce(sum(('1' || repeat('0', 8 * c.position))::numeric) filter (where ${condition}), 0)
    from audit_answers w join criteria c on c.id = w.criterion_id where w.audit_id = a.id)`;
  const rows = await sqlClient.unsafe<{ id: string }[]>(`
    with expected as (
      select a.id as audit_id, a.campaign_id, a.contact_on, a.operator_id, a.auditor_id, a.version_id, a.task_id, t.call_id, a.channel,
        a.auditor_id is null as is_by_machine, a.status = 'validated' as is_validated, a.score >= a.passing_score as is_passed, a.has_critical_failure,
        (a.score * 100)::int as score, (a.score_without_fail * 100)::int as score_without_fail, ${counted("w.answer = 'complies'")} as complied,
        ${counted("w.answer = 'fails'")} as failed, ${counted("w.answered_by is not null and w.answer = w.machine_answer")} as agreed,
        ${counted("w.answered_by is not null and w.answer <> w.machine_answer")} as overruled,
        (s.measures->>'longestSilenceSeconds')::int as longest_silence_seconds,
        (select case when count(*) = 0 then null else sum(jsonb_array_length(n.sentiments)) end from analyses n where n.task_id = a.task_id) as negative_lines
      from audits a left join tasks t on t.id = a.task_id left join transcripts s on s.task_id = a.task_id
      where a.kind = 'quality' and a.status <> 'open')
    select coalesce(e.audit_id, f.audit_id) as id from expected e full join quality_facts f on f.audit_id = e.audit_id
    where (e.*)::text is distinct from (f.*)::text`);
  return rows.map(({ id }) => id);
}

test("what reports count is what the rows say at every moment, while audits, answers, operators and transcripts change at once", async () => {
  expect(await findWrongFacts()).toEqual([]);
  let isDone = false;
  const watching = (async () => {
    let looks = 0;
    for (; !isDone; looks++) expect(await findWrongFacts()).toEqual([]);
    return looks;
  })();
  await Promise.all(Array.from({ length: 6 }, (_, index) => changeAtRandom(index + 1, 40))).finally(() => {
    isDone = true;
  });
  expect(await watching).toBeGreaterThan(3);
  expect(await findWrongFacts()).toEqual([]);
});

test("answers that change without a lock on their audit are all counted, even while it is completed", async () => {
  const [open] = await sqlClient<{ id: string }[]>`
    update audits set status = 'open', completed_at = null, completed_by = null, validated_at = null, validated_by = null where kind = 'quality' returning id`;
  const auditId = open?.id ?? "";
  const rows = await sqlClient<{ id: string }[]>`select criterion_id as id from audit_answers where audit_id = ${auditId}`;
  await Promise.all([
    ...rows.map(
      ({ id }) => sqlClient`update audit_answers set answer = 'fails', answered_at = now(), answered_by = ${made.auditorIds[0] ?? ""}
      where audit_id = ${auditId} and criterion_id = ${id}`,
    ),
    sqlClient`update audits set status = 'completed', completed_at = now() where id = ${auditId}`,
  ]);
  expect(await findWrongFacts()).toEqual([]);
  const [{ failed } = { failed: "" }] = await sqlClient<
    { failed: string }[]
  >`select failed::text from quality_facts where audit_id = ${auditId}`;
  expect(failed).toBe(
    rows
      .map(() => "00000001")
      .join("")
      .replace(/^0+/, ""),
  );
});

test("an audit that is made and completed while its call is written down knows what was heard", async () => {
  const [template] = await sqlClient`select version_id, campaign_id, operator_id from audits limit 1`;
  const taskIds = await Promise.all(
    Array.from({ length: 25 }, async () => (await makeTask({ campaignId: made.campaignIds[0] ?? 0 })).taskId),
  );
  await Promise.all(
    taskIds.flatMap((taskId) => [
      makeTranscript({ taskId, said: [] }),
      sqlClient.begin(async (sql) => {
        await sql`
          insert into audits (id, task_id, version_id, campaign_id, operator_id, contact_at, contact_on, passing_score)
          values (uuidv7(), ${taskId}, ${template?.version_id}, ${template?.campaign_id}, ${template?.operator_id}, now(), '2026-11-01', 80)`;
        await sql`update audits set status = 'completed', score = 90, score_without_fail = 90, completed_at = now() where task_id = ${taskId}`;
      }),
    ]),
  );
  expect(await findWrongFacts()).toEqual([]);
});

async function changeAtRandom(seed: number, times: number): Promise<void> {
  const random = randomFrom(seed);
  const ids = (await sqlClient<{ id: string }[]>`select id from audits order by id`).map(({ id }) => id);
  const one = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)];
  for (let time = 0; time < times; time++) {
    const auditId = one(ids) ?? "";
    const taskId = one(made.taskIds) ?? "";
    const chance = random();
    if (chance < 0.4) await changeAnswer(auditId, one(ANSWERS) ?? "fails", random());
    else if (chance < 0.6) await changeStatus(auditId, random());
    else if (chance < 0.75) await sqlClient`update tasks set operator_id = ${one(made.operatorIds) ?? null} where id = ${taskId}`;
    else if (chance < 0.9) {
      await sqlClient`delete from transcripts where task_id = ${taskId}`;
      await makeTranscript({ taskId, said: [] }).catch(ignoreSecond);
    } else
      await sqlClient`
        insert into analyses (task_id, model, summary, topics, sentiments, dropped_count)
        select task_id, 'test', '[]', '[]', '[{"position": 1, "sentiment": "negative", "quote": "no"}]', 0 from transcripts where task_id = ${taskId}
        on conflict (task_id) do update set sentiments = '[]'`.catch(ignoreSecond);
  }
}

/** Two of these at once: one transcript of a task is kept. */
function ignoreSecond(error: unknown): void {
  const { code } = {
    code: "",
    ...(error instanceof Error ? { code: String(Reflect.get(error.cause instanceof Error ? error.cause : error, "code")) } : {}),
  };
  if (code !== "23505" && code !== "23503") throw error;
}

async function changeAnswer(auditId: string, answer: (typeof ANSWERS)[number], place: number): Promise<void> {
  await db.transaction(async (transaction) => {
    const audit = await lockAudit(transaction, auditId);
    await transaction.execute(`update audit_answers set answer = '${answer}', answered_at = now(), answered_by = '${made.auditorIds[0]}' where audit_id = '${auditId}'
      and criterion_id = (select criterion_id from audit_answers where audit_id = '${auditId}' order by criterion_id offset floor(${place} * 6) limit 1)`);
    await rescoreAudit(transaction, audit);
  });
}

async function changeStatus(auditId: string, chance: number): Promise<void> {
  const { auditorIds } = made;
  const auditor = auditorIds[0] ?? "";
  if (chance < 0.4)
    await sqlClient`update audits set status = 'open', completed_at = null, completed_by = null, validated_at = null, validated_by = null where id = ${auditId}`;
  else if (chance < 0.8)
    await sqlClient`update audits set status = 'completed', completed_at = now(), completed_by = ${auditor}, validated_at = null, validated_by = null where id = ${auditId}`;
  else
    await sqlClient`update audits set status = 'validated', completed_at = now(), validated_at = now(), validated_by = ${auditor} where id = ${auditId}`;
}
