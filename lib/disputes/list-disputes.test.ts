import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeViewer } from "@/lib/audits/testing/make-sheet";
import type { Viewer } from "@/lib/auth/viewer";
import { countOpenDisputes } from "./count-open-disputes";
import { decideDispute } from "./decide-dispute";
import { getAuditDisputes } from "./get-audit-disputes";
import { type DisputeFilters, listDisputes } from "./list-disputes";
import { openDispute } from "./open-dispute";
import { makeAuditedCall } from "./testing/make-audited-call";

const DAY_MS = 24 * 60 * 60 * 1000;

async function openBoth(made: Awaited<ReturnType<typeof makeAuditedCall>>, daysAgo: number) {
  const { auditId, criterionId, otherCriterionId, agent: actor } = made;
  const [completedAt, now] = [new Date(Date.now() - (daysAgo + 1) * DAY_MS), new Date(Date.now() - daysAgo * DAY_MS)];
  await sqlClient`update audits set completed_at = ${completedAt} where id = ${auditId}`;
  const first = await openDispute({ actor, auditId, criterionId, reason: "One", now });
  const second = await openDispute({ actor, auditId, criterionId: otherCriterionId, reason: "Two", now: new Date(now.getTime() + 1) });
  return [first.id, second.id];
}

test("open disputes stand as they fall due, those past it marked, page by page, and closed ones the newest first", async () => {
  const [early, late] = [await makeAuditedCall(), await makeAuditedCall()];
  const [third, fourth] = await openBoth(late, 1);
  const [first, second] = await openBoth(early, 8);
  const viewer: Viewer = { ...early.supervisor, campaignIds: [early.campaignId, late.campaignId] };
  const all: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listDisputes({ viewer, cursor, limit: 1 });
    all.push(...page.items.map(({ id }) => id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(all).toEqual([first, second, third, fourth]);
  const { items } = await listDisputes({ viewer });
  expect(items.map(({ isOverdue }) => isOverdue)).toEqual([true, true, false, false]);
  expect(await countOpenDisputes({ viewer })).toBe(4);

  for (const id of [first, fourth]) await decideDispute({ actor: viewer, disputeId: id ?? "", accepted: null, decision: "No." });
  const closed = await listDisputes({ viewer, filters: { statuses: ["accepted", "rejected", "withdrawn"] }, limit: 1 });
  expect(closed.items.map(({ id }) => id)).toEqual([fourth]);
  const rest = await listDisputes({ viewer, filters: { statuses: ["rejected"] }, cursor: closed.nextCursor ?? "" });
  expect(rest.items.map(({ id, isOverdue }) => [id, isOverdue])).toEqual([[first, false]]);
  expect(await countOpenDisputes({ viewer })).toBe(2);
});

test("everybody is shown the disputes of audits that they see, and agents their own without who answered", async () => {
  const [own, foreign] = [await makeAuditedCall(), await makeAuditedCall()];
  await openBoth(own, 1);
  await openBoth(foreign, 1);
  const reasonsOf = async (viewer: Viewer, filters?: DisputeFilters) =>
    (await listDisputes({ viewer, filters })).items.map(({ auditId }) => auditId);
  const twice = [own.auditId, own.auditId];
  for (const viewer of [own.agent, own.supervisor, own.auditor]) expect(await reasonsOf(viewer)).toEqual(twice);
  expect(await reasonsOf(own.admin, { campaignId: own.campaignId })).toEqual(twice);
  expect(await reasonsOf(own.admin, { operatorId: own.operatorId })).toEqual(twice);
  expect(await reasonsOf(own.supervisor, { campaignId: foreign.campaignId })).toEqual([]);
  expect(await reasonsOf(await makeViewer("agent", [own.campaignId]))).toEqual([]);
  const shown = (await listDisputes({ viewer: own.agent })).items[0];
  expect(shown).toMatchObject({ disputedUserName: null, isOfMachine: false });
  expect((await listDisputes({ viewer: own.supervisor })).items[0]).toMatchObject({ disputedUserName: "Some auditor" });
  for (const viewer of [own.agent, own.auditor]) expect(await countOpenDisputes({ viewer })).toBe(0);
  expect(await getAuditDisputes({ viewer: foreign.supervisor, auditId: own.auditId })).toEqual([]);
  const ofAudit = await getAuditDisputes({ viewer: own.auditor, auditId: own.auditId });
  expect(ofAudit.map(({ question }) => question)).toEqual(["Said hello?", "Said goodbye?"]);
});
