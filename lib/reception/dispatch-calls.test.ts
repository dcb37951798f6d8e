import { beforeAll, beforeEach, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { campaigns } from "@/db/schema";
import { type DispatchedCall, dispatchCalls } from "./dispatch-calls";
import { receiveDelivery } from "./receive-delivery";
import { sweepCalls } from "./sweep-calls";
import { draftOf, receivedCall } from "./testing/drafts";

let campaignId = 0;
beforeAll(async () => {
  const [campaign] = await db.insert(campaigns).values({ name: "Sales" }).returning();
  campaignId = campaign?.id ?? 0;
});
beforeEach(async () => {
  await sqlClient`delete from calls`;
});

async function receiveReceipts(count: number, facts = {}) {
  const drafts = Array.from({ length: count }, (_, i) =>
    draftOf(receivedCall({ campaignId, identity: { kind: "facts", factsKey: `f-${i}` }, ...facts })),
  );
  return Promise.all(drafts.map((draft) => receiveDelivery(draft)));
}

async function receiveCalls(count: number, facts = {}) {
  return (await receiveReceipts(count, facts)).map(({ callId }) => callId).sort();
}

test("two relays at once hand each ready call on exactly once, and calls that wait for an address never", async () => {
  const ready = await receiveCalls(30);
  await receiveCalls(5, { identity: { kind: "id", externalId: "waiting" }, recordingUrl: null });
  const sent: DispatchedCall[] = [];
  const send = async (calls: DispatchedCall[]) => void sent.push(...calls);
  const relay = async () => {
    while ((await dispatchCalls({ limit: 7, send })) > 0);
  };
  await Promise.all([relay(), relay()]);
  expect(sent.map(({ callId }) => callId).sort()).toEqual(ready);
  expect(sent[0]).toMatchObject({ host: "recordings.example.com", dispatchCount: 1 });
});

test("when the engine takes nothing, the calls stay where they were and go out under the same number", async () => {
  await receiveCalls(3);
  const failure = new Error("engine away");
  await expect(dispatchCalls({ limit: 10, send: () => Promise.reject(failure) })).rejects.toThrow(failure);
  const sent: DispatchedCall[] = [];
  await dispatchCalls({ limit: 10, send: async (calls) => void sent.push(...calls) });
  expect(sent.map(({ dispatchCount }) => dispatchCount)).toEqual([1, 1, 1]);
});

test("a repeated delivery of a call is answered while the engine takes its time with the call", async () => {
  await receiveCalls(1);
  let letGo = () => {};
  const isLetGo = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  let begin = () => {};
  const hasBegun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const send = () => {
    begin();
    return isLetGo;
  };
  const dispatching = dispatchCalls({ limit: 10, send });
  await hasBegun;
  const [repeated] = await receiveReceipts(1);
  expect(repeated?.verdict).toBe("duplicate");
  letGo();
  expect(await dispatching).toBe(1);
});

test("the sweep brings back calls that were handed on and forgotten, but none that is worked on, waits for its turn or has ended", async () => {
  const [forgotten, claimed, waiting, stored, fresh] = await receiveCalls(5);
  await dispatchCalls({ limit: 10, send: async () => undefined });
  await sqlClient`update calls set dispatched_at = now() - interval '1 hour' where id <> ${fresh ?? null}`;
  await sqlClient`update calls set claimed_until = now() + interval '1 minute' where id = ${claimed ?? null}`;
  await sqlClient`update calls set next_attempt_at = now() + interval '1 minute' where id = ${waiting ?? null}`;
  await sqlClient`update calls set recording_status = 'stored' where id = ${stored ?? null}`;
  expect(await sweepCalls({ limit: 10 })).toBe(1);
  const sent: DispatchedCall[] = [];
  await dispatchCalls({ limit: 10, send: async (calls) => void sent.push(...calls) });
  expect(sent).toMatchObject([{ callId: forgotten, dispatchCount: 2 }]);
});

test("each sweep of the same call waits twice as long as the one before", async () => {
  await receiveCalls(1);
  await dispatchCalls({ limit: 10, send: async () => undefined });
  const isSweptAfter = async (dispatchCount: number, seconds: number) => {
    await sqlClient`update calls set dispatch_count = ${dispatchCount}, dispatched_at = now() - make_interval(secs => ${seconds})`;
    return (await sweepCalls({ limit: 10, afterSeconds: 10 })) === 1;
  };
  expect(await isSweptAfter(1, 9)).toBe(false);
  expect(await isSweptAfter(1, 11)).toBe(true);
  expect(await isSweptAfter(3, 39)).toBe(false);
  expect(await isSweptAfter(3, 41)).toBe(true);
});
