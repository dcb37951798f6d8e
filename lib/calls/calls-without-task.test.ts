import { v7 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { recordingAttempts } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { makePendingCall } from "@/lib/recordings/testing/pending-call";
import { getCall } from "./get-call";
import { listCallsWithoutTask } from "./list-calls-without-task";

const admin: Viewer = { userId: v7(), role: "admin", campaignIds: [], operatorId: null };
const recordingUrl = "http://10.1.2.3/x.mp3";
const unavailable = {
  recordingUrl,
  recordingStatus: "unavailable",
  recordingFailure: "private_address",
  recordingAttemptCount: 1,
} as const;

let sales = 0;
let support = 0;
let operatorId = "";
let ofOperator = "";

beforeAll(async () => {
  [sales, support, operatorId] = await Promise.all([makeCampaign(), makeCampaign(), makeOperator("Ana Sin Audio")]);
  // Starts that repeat, so that pages must break between equals.
  for (let index = 0; index < 11; index++)
    await makePendingCall({
      ...unavailable,
      campaignId: index % 2 ? sales : support,
      startedAt: new Date(Date.UTC(2026, 10, 20, 12, index % 4)),
      operatorName: index === 0 ? "Name as sent" : "",
    });
  ofOperator = await makePendingCall({ ...unavailable, campaignId: sales, operatorId, startedAt: new Date(Date.UTC(2026, 10, 21)) });
  await makePendingCall({ campaignId: sales, recordingUrl, nextAttemptAt: new Date(Date.UTC(2026, 10, 25)) });
  await makeTask({ campaignId: sales });
  await db.insert(recordingAttempts).values({
    callId: ofOperator,
    startedAt: new Date(),
    durationMs: 1,
    outcome: "refused",
    reason: "private_address",
    detail: "The address 10.1.2.3 is private.",
    url: recordingUrl,
    receivedBytes: 0,
  });
});

test("calls of a state are listed newest first, in pages that are complete and disjoint and the same on the way back", async () => {
  const whole = (await listCallsWithoutTask({ viewer: admin, status: "unavailable", limit: 100 })).items;
  expect(whole).toHaveLength(12);
  expect(whole[0]).toMatchObject({ id: ofOperator, operatorName: "Ana Sin Audio", lastReason: "private_address", attemptCount: 1 });
  expect(whole.map(({ operatorName }) => operatorName)).toContain("Name as sent");
  expect(whole.map(({ startedAt }) => +startedAt)).toEqual(whole.map(({ startedAt }) => +startedAt).toSorted((a, b) => b - a));

  const pages = [await listCallsWithoutTask({ viewer: admin, status: "unavailable", limit: 5 })];
  for (let after = pages[0]?.nextCursor; after; after = pages.at(-1)?.nextCursor)
    pages.push(await listCallsWithoutTask({ viewer: admin, status: "unavailable", after, limit: 5 }));
  expect(pages.map(({ items }) => items.length)).toEqual([5, 5, 2]);
  expect(pages.flatMap(({ items }) => items)).toEqual(whole);
  const back = await listCallsWithoutTask({ viewer: admin, status: "unavailable", before: pages[1]?.previousCursor, limit: 5 });
  expect(back).toEqual(pages[0]);
  const middle = await listCallsWithoutTask({ viewer: admin, status: "unavailable", before: pages[2]?.previousCursor, limit: 5 });
  expect(middle).toEqual(pages[1]);
  expect(await listCallsWithoutTask({ viewer: admin, status: "unavailable", after: "nonsense", limit: 5 })).toEqual(pages[0]);
});

test("a recording on its way is listed apart, with its next try", async () => {
  const { items } = await listCallsWithoutTask({ viewer: admin, status: "pending" });
  expect(items).toMatchObject([{ nextAttemptAt: new Date(Date.UTC(2026, 10, 25)), lastReason: null }]);
});

test("each role sees the calls that are its own, and how they were received only where it may", async () => {
  const seenBy = async (viewer: Partial<Viewer>) =>
    (await listCallsWithoutTask({ viewer: { ...admin, ...viewer }, status: "unavailable" })).items;
  expect(await seenBy({ role: "supervisor", campaignIds: [sales] })).toHaveLength(6);
  expect(await seenBy({ role: "supervisor" })).toEqual([]);
  expect(await seenBy({ role: "auditor", campaignIds: [support] })).toHaveLength(6);
  expect((await seenBy({ role: "supervisor", campaignIds: [sales] }))[0]).toMatchObject({ lastReason: "private_address" });
  expect((await seenBy({ role: "auditor", campaignIds: [sales] }))[0]).toMatchObject({
    id: ofOperator,
    lastReason: null,
    lastDetail: null,
  });
  expect(await seenBy({ role: "agent", operatorId })).toMatchObject([{ id: ofOperator, lastReason: null }]);
  expect(await seenBy({ role: "agent", operatorId: null, campaignIds: [sales] })).toEqual([]);
});

test("a call that is another's is not found, exactly like one that is not there", async () => {
  const refusalOf = (viewer: Partial<Viewer>, id = ofOperator) =>
    getCall({ viewer: { ...admin, ...viewer }, id }).then(
      () => "found",
      ({ code, message }) => `${code}: ${message}`,
    );
  const missing = await refusalOf({}, v7());
  expect(missing).toMatch(/^not_found/);
  expect(await refusalOf({}, "no uuid")).toBe(missing);
  for (const role of ["supervisor", "auditor"] as const) {
    expect(await refusalOf({ role, campaignIds: [support] })).toBe(missing);
    expect(await refusalOf({ role, campaignIds: [sales] })).toBe("found");
  }
  expect(await refusalOf({ role: "agent", operatorId: await makeOperator() })).toBe(missing);
  expect(await refusalOf({ role: "agent", operatorId })).toBe("found");
});

test("a call brings its attempts to those who may see them, and its task once it has one", async () => {
  expect(await getCall({ viewer: admin, id: ofOperator })).toMatchObject({
    call: { id: ofOperator, recordingStatus: "unavailable", recordingFailure: "private_address", nextAttemptAt: null },
    campaign: { id: sales },
    operator: { id: operatorId },
    taskId: null,
    attempts: [{ reason: "private_address", url: recordingUrl }],
    deliveries: [],
  });
  const auditor: Viewer = { ...admin, role: "auditor", campaignIds: [sales] };
  expect(await getCall({ viewer: auditor, id: ofOperator })).toMatchObject({
    call: { recordingFailure: null },
    attempts: [],
    deliveries: [],
  });
  const { callId, taskId } = await makeTask({ campaignId: sales });
  expect(await getCall({ viewer: admin, id: callId })).toMatchObject({ taskId });
});
