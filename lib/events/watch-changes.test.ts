import { afterEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { type Change, watchChanges } from "./watch-changes";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const stops: (() => void)[] = [];

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Watches as somebody; `next` resolves with each change in turn. */
function watch(viewer: Partial<Viewer>) {
  const told: Change[] = [];
  const waiting: ((change: Change) => void)[] = [];
  stops.push(
    watchChanges({
      viewer: { ...admin, ...viewer },
      onChange: (change) => {
        const resolve = waiting.shift();
        if (resolve) resolve(change);
        else told.push(change);
      },
    }),
  );
  const next = async () => told.shift() ?? new Promise<Change>((resolve) => waiting.push(resolve));
  return { told, next };
}

/** Until the shared connection listens, notifications pass unheard; its first word is that anything may have changed. */
async function listening() {
  const witness = watch({});
  await sqlClient`select pg_notify('task_changed', '')`;
  await witness.next();
}

const tell = (channel: string, payload: object) => sqlClient`select pg_notify(${channel}, ${JSON.stringify(payload)})`;

test("a change of a source's alarms reaches admins and supervisors of the campaign, and nobody else", async () => {
  const [campaignId, otherCampaignId] = await Promise.all([makeCampaign(), makeCampaign()]);
  await listening();
  const [boss, supervisor, stranger, auditor, agent] = [
    watch({}),
    watch({ role: "supervisor", campaignIds: [campaignId] }),
    watch({ role: "supervisor", campaignIds: [otherCampaignId] }),
    watch({ role: "auditor", campaignIds: [campaignId] }),
    watch({ role: "agent", campaignIds: [campaignId] }),
  ];
  await tell("source_alarms_changed", { campaignId });
  expect(await boss.next()).toEqual({ kind: "alarm", campaignId });
  expect(await supervisor.next()).toEqual({ kind: "alarm", campaignId });
  await tell("source_alarms_changed", { campaignId: otherCampaignId });
  expect(await stranger.next()).toEqual({ kind: "alarm", campaignId: otherCampaignId });
  expect([...auditor.told, ...agent.told]).toEqual([]);
});

test("a change of a task reaches those who may see it and nobody else, in whatever process it was made", async () => {
  const [campaignId, otherCampaignId, operatorId] = await Promise.all([makeCampaign(), makeCampaign(), makeOperator()]);
  const { taskId } = await makeTask({ campaignId, operatorId });
  await listening();
  const [boss, supervisor, stranger, agent, otherAgent] = [
    watch({}),
    watch({ role: "supervisor", campaignIds: [campaignId] }),
    watch({ role: "supervisor", campaignIds: [otherCampaignId] }),
    watch({ role: "agent", operatorId }),
    watch({ role: "agent", operatorId: await makeOperator(), campaignIds: [campaignId] }),
  ];
  await tell("task_changed", { id: taskId, campaignId });
  expect(await boss.next()).toEqual({ kind: "task", campaignId });
  expect(await supervisor.next()).toEqual({ kind: "task", campaignId });
  expect(await agent.next()).toEqual({ kind: "task", campaignId: null });

  // What follows has passed the same way: whoever has heard nothing until then was told nothing.
  const second = await makeTask({ campaignId: otherCampaignId, operatorId });
  await tell("task_changed", { id: second.taskId, campaignId: otherCampaignId });
  expect(await stranger.next()).toEqual({ kind: "task", campaignId: otherCampaignId });
  await agent.next();
  const auditId = await makeAudit({ scorecard: await makeScorecard({ campaignId }), campaignId, operatorId });
  await tell("task_changed", { id: auditId, campaignId });
  expect(await agent.next()).toEqual({ kind: "task", campaignId: null });
  expect(otherAgent.told).toEqual([]);
});

test("a burst of changes in one campaign is told once", async () => {
  const campaignId = await makeCampaign();
  const { taskId } = await makeTask({ campaignId });
  await listening();
  const boss = watch({});
  await sqlClient`
    select pg_notify('task_changed', json_build_object('id', ${taskId}::text, 'campaignId', ${campaignId}::int, 'number', n)::text)
    from generate_series(1, 30) n`;
  expect(await boss.next()).toEqual({ kind: "task", campaignId });
  await tell("delivery_received", { id: "x", campaignId, source: "anura", verdict: "accepted" });
  expect(await boss.next()).toEqual({ kind: "delivery", campaignId });
  expect(boss.told).toEqual([]);
});

test("deliveries without a campaign are told to admins alone", async () => {
  const campaignId = await makeCampaign();
  await listening();
  const [boss, supervisor, auditor] = [
    watch({}),
    watch({ role: "supervisor", campaignIds: [campaignId] }),
    watch({ role: "auditor", campaignIds: [campaignId] }),
  ];
  await tell("delivery_received", { campaignId: null });
  expect(await boss.next()).toEqual({ kind: "delivery", campaignId: null });
  await tell("delivery_received", { campaignId });
  expect(await supervisor.next()).toEqual({ kind: "delivery", campaignId });
  expect([supervisor.told, auditor.told]).toEqual([[], []]);
});
