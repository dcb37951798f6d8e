import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { SpeakerRole } from "@/db/enums";
import { makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeTask, makeUser } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import type { Viewer } from "@/lib/auth/viewer";
import { startModelServer } from "@/lib/language-model/testing/model-server";
import { sendCompletion } from "@/lib/language-model/testing/send-completion";
import { runMachineWork } from "@/lib/machine-work/run-machine-work";
import { changeSpeakers } from "@/lib/transcripts/change-speakers";
import { runMachineAudit } from "./run-machine-audit";

type Criteria = NonNullable<Parameters<typeof makeScorecard>[0]["criteria"]>;
const BY_RULE: Criteria = [{ mode: "machine", rule: { phrases: { isSaid: true, phrases: ["buenos días"], speaker: "agent" } } }];

let campaignId = 0;
let viewer: Viewer;
beforeEach(async () => {
  campaignId = await makeCampaign();
  viewer = {
    userId: await makeUser({ role: "auditor", campaignIds: [campaignId] }),
    role: "auditor",
    campaignIds: [campaignId],
    operatorId: null,
  };
});

/** A call in which the other one than who is said to be the agent says the phrase. */
async function makeHeard(criteria = BY_RULE): Promise<string> {
  await makeScorecard({ campaignId, criteria });
  const { taskId } = await makeTask({ campaignId, task: { status: "completed" } });
  await makeTranscript({ taskId, said: ["Hola.", "Buenos días."] });
  return taskId;
}

async function makeAudited(criteria = BY_RULE): Promise<string> {
  const taskId = await makeHeard(criteria);
  await sqlClient`insert into machine_work (task_id, kind, is_bulk) values (${taskId}, 'audit', true)`;
  await attempt(taskId);
  return taskId;
}

const attempt = (taskId: string) => runMachineWork({ taskId, kind: "audit", work: runMachineAudit });
const speak = (taskId: string, ...roles: SpeakerRole[]) =>
  changeSpeakers({ viewer, taskId, speakers: roles.map((role) => ({ role, name: role === "agent" ? "Ana" : null })) });
const workOf = async (taskId: string) =>
  (await sqlClient`select status, is_bulk as "isBulk" from machine_work where task_id = ${taskId}`)[0];
const answerOf = async (taskId: string) =>
  (
    await sqlClient`select answer, machine_answer as machine, audits.status from audits join audit_answers on audit_id = audits.id where task_id = ${taskId}`
  )[0];

test("who is said to be the agent decides: the machine audits anew what it alone has audited, completed or not", async () => {
  const taskId = await makeAudited();
  expect(await answerOf(taskId)).toEqual({ answer: "fails", machine: "fails", status: "completed" });
  await speak(taskId, "customer", "agent");
  expect(await workOf(taskId)).toEqual({ status: "queued", isBulk: false });
  expect(await attempt(taskId)).toEqual({ status: "completed" });
  expect(await answerOf(taskId)).toEqual({ answer: "complies", machine: "complies", status: "completed" });
  await speak(taskId, "unknown", "unknown");
  await attempt(taskId);
  expect(await answerOf(taskId)).toEqual({ answer: null, machine: null, status: "open" });
  await speak(taskId, "customer", "agent");
  await attempt(taskId);
  expect(await answerOf(taskId)).toMatchObject({ answer: "complies", status: "completed" });
  const entries = await sqlClient`
    select details->'isAuditedAnew' as anew from audit_log where action = 'transcript.speakers_changed' and object_id = ${taskId}`;
  expect(entries).toEqual([{ anew: true }, { anew: true }, { anew: true }]);
});

test("another name changes nothing, and what no machine was to audit is not ordered", async () => {
  const audited = await makeAudited();
  const heardAt = async () => (await sqlClient`select updated_at from transcripts where task_id = ${audited}`)[0];
  const before = await heardAt();
  await speak(audited, "agent", "customer");
  expect(await workOf(audited)).toMatchObject({ status: "completed" });
  // Else all that machines have said of it would count as older.
  expect(await heardAt()).toEqual(before);
  campaignId = await makeCampaign();
  viewer = { ...viewer, role: "admin" };
  const taskId = await makeHeard();
  await speak(taskId, "customer", "agent");
  expect(await workOf(taskId)).toBeUndefined();
});

test.each([
  ["begun", (id: string, by: string) => sqlClient`update audits set auditor_id = ${by} where id = ${id}`],
  ["answered", (id: string, by: string) => sqlClient`update audit_answers set answered_by = ${by} where audit_id = ${id}`],
  ["completed", (id: string, by: string) => sqlClient`update audits set completed_by = ${by} where id = ${id}`],
  [
    "validated",
    (id: string, by: string) =>
      sqlClient`update audits set status = 'validated', validated_at = now(), validated_by = ${by} where id = ${id}`,
  ],
  ["read", (id: string) => sqlClient`update audits set acknowledged_at = now() where id = ${id}`],
  [
    "objected to",
    (id: string, by: string) => sqlClient`
      insert into disputes (id, audit_id, criterion_id, reason, opened_by, due_at, disputed_answer)
      select gen_random_uuid(), audit_id, criterion_id, 'I did.', ${by}, now() + interval '1 day', answer from audit_answers where audit_id = ${id}`,
  ],
])("an audit that a person has %s is left to people", async (_, change) => {
  const taskId = await makeAudited();
  const [audit] = await sqlClient<{ id: string }[]>`select id from audits where task_id = ${taskId}`;
  await change(audit?.id ?? "", viewer.userId);
  await speak(taskId, "customer", "agent");
  expect(await workOf(taskId)).toMatchObject({ status: "completed" });
  expect(await answerOf(taskId)).toMatchObject({ answer: "fails" });
});

test("what a machine wrote while somebody waited to say who speaks is older than what they say", async () => {
  const taskId = await makeAudited();
  const isWaitedFor = async () =>
    (await sqlClient`select from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`).length;
  let spoken = Promise.resolve();
  // As a machine does while it writes.
  await sqlClient.begin(async (holding) => {
    await holding`select from transcripts where task_id = ${taskId} for share`;
    spoken = speak(taskId, "customer", "agent");
    await expect.poll(isWaitedFor).toBe(1);
    await sqlClient`update audits set machine_at = now() where task_id = ${taskId}`;
  });
  await spoken;
  const [times] = await sqlClient`
    select transcripts.updated_at >= audits.machine_at as "isLater" from transcripts join audits using (task_id) where task_id = ${taskId}`;
  expect(times).toEqual({ isLater: true });
});

test("what the model said while somebody said who speaks is not written, and it is asked again", async () => {
  let taskId = "";
  const server = await startModelServer(async (_, response) => {
    if (server.requests.length === 1) await speak(taskId, "customer", "agent");
    const answer = { criterion: 1, answer: "complies", points: null, reason: "Because.", quote: "Buenos días", confidence: 0.9 };
    sendCompletion(response, { answers: [answer] });
  });
  taskId = await makeHeard([{ mode: "machine" }]);
  await sqlClient`insert into machine_work (task_id, kind, is_left_to_model) values (${taskId}, 'audit', true)`;
  expect(await attempt(taskId)).toEqual({ status: "not_ours" });
  expect(await answerOf(taskId)).toBeUndefined();
  expect(await attempt(taskId)).toEqual({ status: "left_to_model" });
  expect(await attempt(taskId)).toEqual({ status: "completed" });
  expect(await answerOf(taskId)).toMatchObject({ machine: "complies" });
  expect(server.requests).toHaveLength(2);
  await server.close();
});
