import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeTask, makeUser } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import { startModelServer } from "@/lib/language-model/testing/model-server";
import { sendCompletion } from "@/lib/language-model/testing/send-completion";
import { claimMachineWork } from "@/lib/machine-work/claim-machine-work";
import { runMachineWork } from "@/lib/machine-work/run-machine-work";
import { runMachineAudit } from "./run-machine-audit";

type Criteria = NonNullable<Parameters<typeof makeScorecard>[0]["criteria"]>;

const says = (phrase: string) => ({ phrases: { isSaid: true, phrases: [phrase], speaker: "agent" as const } });
/** Said, not said, not said where it is critical, a suggestion, and one for people: 20 each. */
const CRITERIA: Criteria = [
  { mode: "machine", rule: says("buenos días") },
  { mode: "machine", rule: says("gracias por llamar") },
  { mode: "machine", rule: says("grabada"), critical: "whole" },
  { mode: "suggested", rule: says("buenos días") },
  { mode: "manual", rule: says("buenos días") },
];
const SAID = ["Buenos días.", "Hola."];

let campaignId: number;
beforeEach(async () => {
  campaignId = await makeCampaign({ passingScore: 80 });
});

async function makeHeard({ criteria = CRITERIA, said = SAID }: { criteria?: Criteria; said?: string[] } = {}) {
  const scorecard = await makeScorecard({ campaignId, criteria });
  const { taskId } = await makeTask({ campaignId, task: { status: "completed" } });
  await makeTranscript({ taskId, said });
  return { taskId, criterionIds: scorecard.criterionIds };
}

async function run(taskId: string) {
  await order(taskId);
  return runMachineWork({ taskId, kind: "audit", work: runMachineAudit });
}

const order = (taskId: string) => sqlClient`
  insert into machine_work (task_id, kind) values (${taskId}, 'audit')
  on conflict (task_id, kind) do update set status = 'queued', attempt_count = 0, claimed_until = null, started_at = null, ended_at = null`;

const answersOf = async (taskId: string) =>
  (
    await sqlClient`select answer, machine_answer as machine, machine_source as source from criteria join audits using (version_id)
      left join audit_answers a on a.audit_id = audits.id and a.criterion_id = criteria.id where audits.task_id = ${taskId} order by position`
  ).map(({ answer, machine, source }) => [answer, machine, source]);
const auditOf = async (taskId: string) =>
  (
    await sqlClient`select audits.id, audits.status, audits.score::float8, audits.auditor_id as auditor, completed_by as by, tasks.status as task,
      has_critical_failure as "isFailed", machine_at is not null as "isHeard", tasks.score::float8 as "taskScore", passing_score::float8 as passing
      from audits join tasks on tasks.id = task_id where task_id = ${taskId}`
  )[0];
const actions = async (taskId: string) => {
  const entries = await sqlClient`select action, actor_name as who from audit_log
    where object_kind = 'audit' and object_id in (select id::text from audits where task_id = ${taskId}) order by seq`;
  return entries.map(({ action, who }) => `${who} ${action}`);
};
const rehear = async (taskId: string, said: string[]) => {
  await sqlClient`delete from transcripts where task_id = ${taskId}`;
  await makeTranscript({ taskId, said });
};

test("rules answer at once what is left to machines, but for a critical failure; suggestions count for nothing, and people are asked the rest", async () => {
  const { taskId } = await makeHeard();
  expect(await run(taskId)).toEqual({ status: "completed" });
  expect(await answersOf(taskId)).toEqual([
    ["complies", "complies", "rule"],
    ["fails", "fails", "rule"],
    [null, "fails", "rule"],
    [null, "complies", "rule"],
    [null, null, null],
  ]);
  expect(await auditOf(taskId)).toMatchObject({
    ...{ status: "open", score: 50, auditor: null, isFailed: false, isHeard: true, task: "completed", taskScore: null },
  });
  expect(await actions(taskId)).toEqual(["system audit.opened"]);
});

test("where machines answer everything the audit is completed by nobody, by the passing score of now, and the task is audited", async () => {
  const { taskId } = await makeHeard({ criteria: CRITERIA.slice(0, 2) });
  await sqlClient`update campaigns set passing_score = 50 where id = ${campaignId}`;
  await run(taskId);
  expect(await auditOf(taskId)).toMatchObject({ status: "completed", score: 50, passing: 50, by: null, task: "audited", taskScore: 50 });
  expect(await actions(taskId)).toEqual(["system audit.opened", "system audit.completed"]);
  const before = await auditOf(taskId);
  await run(taskId);
  expect(await auditOf(taskId)).toEqual(before);
  expect(await actions(taskId)).toHaveLength(2);
});

test("of another transcript everything is said anew, and an audit that is not answered by it is open again", async () => {
  const { taskId } = await makeHeard({ criteria: CRITERIA.slice(0, 2) });
  await run(taskId);
  await rehear(taskId, ["Gracias por llamar."]);
  await run(taskId);
  expect(await answersOf(taskId)).toEqual([
    ["fails", "fails", "rule"],
    ["complies", "complies", "rule"],
  ]);
  await rehear(taskId, ["Gracias por llamar."]);
  await sqlClient`update transcripts set speakers = '[{"role": "unknown", "name": null}]' where task_id = ${taskId}`;
  await run(taskId);
  expect(await answersOf(taskId)).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
  expect(await auditOf(taskId)).toMatchObject({ status: "open", score: null, task: "completed", taskScore: null });
  expect(
    await sqlClient`select distinct machine_findings as findings from audit_answers where machine_findings is not null`,
  ).toContainEqual({
    findings: [{ code: "sides_unknown", isMet: null }],
  });
  expect(await actions(taskId)).toEqual(["system audit.opened", "system audit.completed", "system audit.reopened"]);
});

test("what a person has answered stays, with what the machine had said to it, and such an audit is the person's to complete", async () => {
  const { taskId, criterionIds } = await makeHeard({ criteria: CRITERIA.slice(0, 2) });
  await run(taskId);
  const audit = await auditOf(taskId);
  const userId = await makeUser();
  await sqlClient`update audits set status = 'open', completed_at = null where id = ${audit?.id}`;
  await sqlClient`update audit_answers set answer = 'complies', answered_by = ${userId} where criterion_id = ${criterionIds[1] ?? ""}`;
  await sqlClient`update audit_answers set note = 'Look here.', moment_ms = 7 where criterion_id = ${criterionIds[0] ?? ""}`;
  await rehear(taskId, ["Gracias por llamar."]);
  await run(taskId);
  expect(await answersOf(taskId)).toEqual([
    ["fails", "fails", "rule"],
    ["complies", "fails", "rule"],
  ]);
  expect(await auditOf(taskId)).toMatchObject({ status: "open", score: 50 });
  const [noted] = await sqlClient`select note, moment_ms as moment from audit_answers where criterion_id = ${criterionIds[0] ?? ""}`;
  expect(noted).toEqual({ note: "Look here.", moment: 7 });
});

test.each([
  ["a person completed", (id: string, userId: string) => sqlClient`update audits set completed_by = ${userId} where id = ${id}`],
  [
    "was validated",
    (id: string, by: string) =>
      sqlClient`update audits set status = 'validated', validated_at = now(), validated_by = ${by} where id = ${id}`,
  ],
  ["its agent has read", (id: string) => sqlClient`update audits set acknowledged_at = now() where id = ${id}`],
  [
    "its agent objects to",
    (id: string, userId: string) => sqlClient`
      insert into disputes (id, audit_id, criterion_id, reason, opened_by, due_at, disputed_answer)
      select gen_random_uuid(), audit_id, criterion_id, 'I did.', ${userId}, now() + interval '1 day', answer from audit_answers
      where audit_id = ${id} and answer = 'fails'`,
  ],
  [
    "a person corrected",
    (id: string, userId: string) => sqlClient`update audit_answers set answered_by = ${userId} where audit_id = ${id}`,
  ],
])("an audit that %s is left as it is", async (_, change) => {
  const { taskId } = await makeHeard({ criteria: CRITERIA.slice(0, 2) });
  await run(taskId);
  await change((await auditOf(taskId))?.id, await makeUser());
  const before = [await auditOf(taskId), await answersOf(taskId)];
  await rehear(taskId, ["Chau."]);
  expect(await run(taskId)).toEqual({ status: "completed" });
  expect([await auditOf(taskId), await answersOf(taskId)]).toEqual(before);
});

test("a worker whose work has become another's writes nothing", async () => {
  const { taskId } = await makeHeard();
  await order(taskId);
  const claim = await claimMachineWork({ taskId, kind: "audit" });
  if (!claim) throw new Error("The work is not free.");
  const signal = new AbortController().signal;
  await sqlClient`update machine_work set claimed_until = now() - interval '1 second' where task_id = ${taskId}`;
  expect(await runMachineWork({ taskId, kind: "audit", work: runMachineAudit })).toEqual({ status: "completed" });
  await sqlClient`delete from audits where task_id = ${taskId}`;
  await expect(runMachineAudit({ claim, signal })).rejects.toMatchObject({ name: "ClaimLost" });
  expect(await answersOf(taskId)).toEqual([]);
});

test("what the model answers and the end of its work are one commit: neither stands without the other, so that nothing is asked twice", async () => {
  const { taskId } = await makeHeard({ criteria: [{ mode: "machine" }] });
  await order(taskId);
  await sqlClient`update machine_work set is_left_to_model = true where task_id = ${taskId}`;
  const server = await startModelServer(async (_, response) => {
    // As when another process has the work at the last moment: the end of it fails after the answers were written.
    await sqlClient`update machine_work set claimed_until = now() + interval '1 minute' where task_id = ${taskId}`;
    const answer = { criterion: 1, answer: "complies", points: null, reason: "Because.", quote: "Buenos días", confidence: 0.9 };
    sendCompletion(response, { answers: [answer] });
  });
  const attempt = () => runMachineWork({ taskId, kind: "audit", work: runMachineAudit });
  expect(await attempt()).toEqual({ status: "not_ours" });
  expect(await answersOf(taskId)).toEqual([[null, null, null]]);
  await server.close();
});

test("several workers at once make one audit", async () => {
  const { taskId } = await makeHeard();
  await order(taskId);
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => runMachineWork({ taskId, kind: "audit", work: runMachineAudit })));
  expect(outcomes.filter(({ status }) => status === "completed")).toHaveLength(1);
  expect(await sqlClient`select count(*)::int as n from audits where task_id = ${taskId}`).toEqual([{ n: 1 }]);
});

test("without a transcript, or a scorecard, the work fails for good in words; where nothing is asked of machines no audit is opened", async () => {
  const bare = await makeTask({ campaignId });
  expect(await run(bare.taskId)).toEqual({ status: "failed" });
  await makeTranscript({ taskId: bare.taskId, said: SAID });
  expect(await run(bare.taskId)).toEqual({ status: "failed" });
  expect(await sqlClient`select status, failure_code as code, failure from machine_work where task_id = ${bare.taskId}`).toEqual([
    { status: "failed", code: "no_scorecard", failure: "The campaign has no published scorecard." },
  ]);
  const { taskId } = await makeHeard({ criteria: [{ mode: "manual" }, { mode: "machine" }] });
  expect(await run(taskId)).toEqual({ status: "completed" });
  expect(await auditOf(taskId)).toBeUndefined();
});
