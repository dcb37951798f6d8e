import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { MachineWorkKind } from "@/db/enums";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import { type DispatchedMachineWork, dispatchMachineWork } from "./dispatch-machine-work";

let campaignId = 0;
beforeEach(async () => {
  await sqlClient`delete from machine_work`;
  campaignId = await makeCampaign();
});

type Queued = { kind?: MachineWorkKind; isBulk?: boolean; isLeftToModel?: boolean };

/** Tasks are older the earlier they are made. */
async function queued({ kind = "analysis", isBulk = false, isLeftToModel = false }: Queued = {}): Promise<string> {
  const { taskId } = await makeTask({ campaignId });
  await sqlClient`insert into machine_work (task_id, kind, is_bulk, is_left_to_model) values (${taskId}, ${kind}, ${isBulk}, ${isLeftToModel})`;
  return taskId;
}

type Dispatched = { limit: number; isBulkFirst?: boolean; rulesLimit?: number };

/** As many of each queue as `limit` says, where the test does not say how many of the rules'. */
async function dispatched({ limit, rulesLimit = limit, ...input }: Dispatched): Promise<string[]> {
  const sent: string[] = [];
  const send = async (work: { taskId: string }[]) => void sent.push(...work.map(({ taskId }) => taskId));
  expect(await dispatchMachineWork({ ...input, modelLimit: limit, rulesLimit, send })).toBe(sent.length);
  return sent.sort();
}
const end = (taskIds: string[]) => sqlClient`update machine_work set status = 'completed' where task_id = any(${taskIds}::uuid[])`;

test("work is handed on by its kind, as much as may be done at once, the oldest task first", async () => {
  const [first, second] = [await queued(), await queued()];
  await sqlClient`insert into machine_work (task_id, kind, is_left_to_model) values (${first}, 'audit', true)`;
  const sent: string[] = [];
  const send = async (work: DispatchedMachineWork[]) => void sent.push(...work.map((one) => `${one.kind} ${one.taskId}`));
  const dispatch = () => dispatchMachineWork({ modelLimit: 2, send });
  expect(await dispatch()).toBe(2);
  expect(await dispatch()).toBe(0);
  expect(sent.sort()).toEqual([`analysis ${first}`, `audit ${first}`].sort());
  await end([first]);
  expect(await dispatch()).toBe(1);
  expect(sent.at(-1)).toBe(`analysis ${second}`);
});

test("audits by rules do not wait while the language model is busy, nor it for them; what rules leave to it waits for its turn", async () => {
  const [analysed, left] = [await queued(), await queued({ kind: "audit", isLeftToModel: true })];
  expect(await dispatched({ limit: 1 })).toEqual([analysed]);
  const byRules = [await queued({ kind: "audit" }), await queued({ kind: "audit" })];
  expect(await dispatched({ limit: 1, rulesLimit: 2 })).toEqual(byRules);
  const another = await queued({ kind: "audit" });
  expect(await dispatched({ limit: 1, rulesLimit: 2 })).toEqual([]);
  await end([analysed]);
  expect(await dispatched({ limit: 1, rulesLimit: 2 })).toEqual([left]);
  await end(byRules);
  expect(await dispatched({ limit: 1, rulesLimit: 2 })).toEqual([another]);
});

test("what arrives goes before old calls that were ordered in bulk, which take what it leaves free", async () => {
  const old = [await queued({ isBulk: true }), await queued({ isBulk: true })];
  const arrived = await queued();
  expect(await dispatched({ limit: 1, isBulkFirst: false })).toEqual([arrived]);
  expect(await dispatched({ limit: 2, isBulkFirst: false })).toEqual([old[0]]);
  const later = await queued();
  expect(await dispatched({ limit: 4, isBulkFirst: false })).toEqual([old[1], later].sort());
});

test("a bulk order is not starved by calls that never cease to arrive: one time in four it goes first", async () => {
  await queued({ isBulk: true });
  const [arrived] = [await queued(), await queued()];
  const [one] = await dispatched({ limit: 1, isBulkFirst: true });
  expect(one).not.toBe(arrived);
  await end([one ?? ""]);

  const bulk = await queued({ isBulk: true });
  const isBulkTaken = async () => {
    const taken = await dispatched({ limit: 1 });
    await sqlClient`update machine_work set dispatched_at = null`;
    return taken[0] === bulk;
  };
  const rounds: boolean[] = [];
  for (let round = 0; round < 200; round++) rounds.push(await isBulkTaken());
  const share = rounds.filter(Boolean).length / rounds.length;
  // Further off than this once in a hundred million runs.
  expect(share).toBeGreaterThan(0.07);
  expect(share).toBeLessThan(0.43);
});

test("several processes that hand on at once hand on no more than may be done at once, whoever of them begins with what", async () => {
  for (let n = 0; n < 6; n++) await queued({ isBulk: n % 2 === 0 });
  const all = await Promise.all(Array.from({ length: 6 }, (_, n) => dispatched({ limit: 3, isBulkFirst: n % 2 === 0 })));
  expect(all.flat()).toHaveLength(3);
});

test("what waits for its next attempt holds up nothing, and what was handed on and not begun is handed on again", async () => {
  const [waiting, forgotten, next] = [await queued(), await queued(), await queued()];
  await sqlClient`update machine_work set next_attempt_at = now() + interval '1 hour' where task_id = ${waiting}`;
  expect(await dispatched({ limit: 1 })).toEqual([forgotten]);
  expect(await dispatched({ limit: 1 })).toEqual([]);
  await sqlClient`update machine_work set dispatched_at = now() - interval '31 seconds' where task_id = ${forgotten}`;
  expect(await dispatched({ limit: 2 })).toEqual([forgotten, next]);
});

test("what could not be handed on is given back", async () => {
  const taskId = await queued();
  await expect(dispatchMachineWork({ modelLimit: 1, send: () => Promise.reject(new Error("away")) })).rejects.toThrow("away");
  expect(await dispatched({ limit: 1 })).toEqual([taskId]);
});
