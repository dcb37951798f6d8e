import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { sqlClient, type Transaction } from "@/db/client";
import { makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeTask, makeUser } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import type { Viewer } from "@/lib/auth/viewer";
import { RETRY_SECONDS } from "@/lib/claims/retry-wait";
import { env } from "@/lib/env";
import type { ModelUse } from "./end-machine-work";
import { MachineWorkFailure } from "./machine-work-failure";
import { requestMachineWork } from "./request-machine-work";
import { type MachineWorkResult, runMachineWork } from "./run-machine-work";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const use: ModelUse = { model: "stand-in", inputTokens: 100, outputTokens: 20, cost: "0.000123" };

let campaignId = 0;
beforeEach(async () => {
  await sqlClient`delete from machine_work`;
  Object.assign(env, { LLM_BASE_URL: "http://127.0.0.1:9", LLM_MODEL: "stand-in" });
  campaignId = await makeCampaign();
});

async function queued(): Promise<string> {
  const { taskId } = await makeTask({ campaignId });
  await makeTranscript({ taskId, said: ["Buenos días."] });
  await sqlClient`insert into machine_work (task_id, kind) values (${taskId}, 'analysis')`;
  return taskId;
}
const run = (taskId: string, work: () => Promise<MachineWorkResult>, leaseSeconds?: number) =>
  runMachineWork({ taskId, kind: "analysis", work, ...(leaseSeconds === undefined ? {} : { leaseSeconds }) });
const renamed = (taskId: string) => ({
  use,
  write: async (transaction: Transaction) =>
    void (await transaction.execute(sql`update transcripts set model = 'written' where task_id = ${taskId}`)),
});
const failing =
  (isRetriable: boolean, retryAfterSeconds: number | null = null) =>
  () =>
    Promise.reject(new MachineWorkFailure({ code: "busy", message: "host answered 429", isRetriable, retryAfterSeconds, use }));
const stateOf = async (taskId: string) =>
  (
    await sqlClient`select w.status, w.is_bulk, w.failure_code as code, w.failure, w.attempt_count as attempts, w.model, w.input_tokens as input, w.cost,
      round(extract(epoch from w.next_attempt_at - now()))::int as wait, t.model as written
      from machine_work w join transcripts t using (task_id) where task_id = ${taskId} and kind = 'analysis'`
  )[0];

test("what a piece of work found and its end are one commit, with what it took", async () => {
  const taskId = await queued();
  expect(await run(taskId, async () => renamed(taskId))).toEqual({ status: "completed" });
  expect(await stateOf(taskId)).toMatchObject({
    ...{ status: "completed", written: "written", model: "stand-in", input: 100, cost: "0.000123", code: null },
  });
  expect(await run(taskId, async () => renamed(taskId))).toEqual({ status: "not_ours" });
});

test("of many who do one piece of work at once, one does it", async () => {
  const taskId = await queued();
  let count = 0;
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, () =>
      run(taskId, async () => {
        count++;
        return renamed(taskId);
      }),
    ),
  );
  expect(count).toBe(1);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["completed", ...Array.from({ length: 7 }, () => "not_ours")]);
});

test("a failure that may pass is tried again, later each time and never before the server said, and has failed in words after the last", async () => {
  const taskId = await queued();
  for (const [index, delay] of RETRY_SECONDS.entries()) {
    expect(await run(taskId, failing(true, 120))).toEqual({ status: "failed" });
    const state = await stateOf(taskId);
    expect(state).toMatchObject({ status: "queued", code: "busy", attempts: index + 1 });
    expect(Math.abs(state?.wait - Math.max(delay, 120))).toBeLessThan(30);
    expect(await run(taskId, failing(true))).toEqual({ status: "not_ours" });
    await sqlClient`update machine_work set next_attempt_at = now() - interval '1 second'`;
  }
  await run(taskId, failing(true));
  const attempts = RETRY_SECONDS.length + 1;
  expect(await stateOf(taskId)).toMatchObject({
    status: "failed",
    failure: "host answered 429",
    wait: null,
    attempts,
    input: attempts * 100,
  });
});

test("a failure that no time mends is not tried again, and what goes wrong in the writing undoes it and is paid for", async () => {
  const [refused, unwritten] = [await queued(), await queued()];
  await run(refused, failing(false));
  expect(await stateOf(refused)).toMatchObject({ status: "failed", attempts: 1 });
  const { write } = renamed(unwritten);
  await run(unwritten, async () => ({
    use,
    write: async (transaction) => {
      await write(transaction);
      throw new Error("a secret of ours");
    },
  }));
  const state = await stateOf(unwritten);
  expect(state).toMatchObject({ status: "queued", code: "failed", written: "test", input: 100 });
  expect(state?.failure).not.toContain("secret");
});

test("what is ordered anew while a machine is at it is left to the new order, and nothing of the old is written", async () => {
  const taskId = await queued();
  const outcome = await run(
    taskId,
    async () => {
      await sqlClient`update machine_work set status = 'queued', claimed_until = null`;
      return renamed(taskId);
    },
    1,
  );
  expect(outcome).toEqual({ status: "not_ours" });
  expect(await stateOf(taskId)).toMatchObject({ status: "queued", written: "test" });
});

const request = (taskId: string, viewer: Viewer = admin, kind: "analysis" | "audit" = "analysis") =>
  requestMachineWork({ viewer, taskId, kind });

test("a person has it done again, which is a conflict while it is under way, and stands in the audit log", async () => {
  const userId = await makeUser();
  const taskId = await queued();
  await expect(request(taskId)).rejects.toMatchObject({ code: "conflict" });
  await run(taskId, failing(false));
  await sqlClient`update machine_work set is_bulk = true`;
  await request(taskId, { ...admin, userId });
  expect(await stateOf(taskId)).toMatchObject({ status: "queued", is_bulk: false, attempts: 0, failure: null });
  const entries = await sqlClient`select action, actor_id from audit_log where object_id = ${taskId}`;
  expect(entries).toEqual([{ action: "analysis.requested", actor_id: userId }]);
});

test("what waits in bulk goes first once a person asks for it, but not what a machine is at", async () => {
  const taskId = await queued();
  await sqlClient`update machine_work set is_bulk = true`;
  await request(taskId);
  expect(await stateOf(taskId)).toMatchObject({ status: "queued", is_bulk: false });
  await sqlClient`update machine_work set is_bulk = true, status = 'running', claimed_until = now() + interval '1 minute'`;
  await expect(request(taskId)).rejects.toMatchObject({ code: "conflict" });
});

test("agents cannot ask for it, nor anybody of another campaign's calls", async () => {
  const taskId = await queued();
  await sqlClient`delete from machine_work`;
  const strangers: Viewer[] = [
    { ...admin, role: "agent", campaignIds: [campaignId] },
    { ...admin, role: "supervisor", campaignIds: [campaignId + 1] },
  ];
  for (const viewer of strangers) await expect(request(taskId, viewer)).rejects.toMatchObject({ code: "not_found" });
  await request(taskId, { ...admin, role: "auditor", campaignIds: [campaignId] });
});

test("nobody can ask for what no machine could do: without transcript, model, consent of the campaign, or questions for machines", async () => {
  const { taskId: silent } = await makeTask({ campaignId });
  await expect(request(silent)).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("transcript") });
  const taskId = await queued();
  await sqlClient`delete from machine_work`;
  await expect(request(taskId, admin, "audit")).rejects.toMatchObject({ code: "conflict" });
  await sqlClient`update campaigns set uses_language_model = false where id = ${campaignId}`;
  await expect(request(taskId)).rejects.toMatchObject({ code: "conflict" });
  await sqlClient`update campaigns set uses_language_model = true where id = ${campaignId}`;
  Object.assign(env, { LLM_MODEL: undefined });
  await expect(request(taskId)).rejects.toMatchObject({ code: "conflict" });
  await makeScorecard({ campaignId, criteria: [{ mode: "machine" }] });
  await request(taskId, admin, "audit");
});
