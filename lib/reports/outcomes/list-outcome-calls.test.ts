import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeConnection, makeOutcomes } from "@/db/testing/make-outcomes";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { getOutcomeReport } from "./get-outcome-report";
import { listOutcomeCalls } from "./list-outcome-calls";
import { narrowToRow } from "./narrow-to-row";
import { COUNTED_SUBSETS, OUTCOME_BREAKDOWNS, type OutcomeFilters, type OutcomeSubset } from "./outcome-filters";
import { refreshOutcomes } from "./refresh-outcomes";

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const LATER = new Date("2027-01-15T12:00:00Z");
const HOUR_MS = 3_600_000;
const RANGE = { from: "2026-10-01", to: "2026-11-30" };

let connectionId: string;
let campaignIds: number[];
let operatorId: string;
beforeAll(async () => {
  connectionId = await makeConnection();
  campaignIds = [await makeCampaign(), await makeCampaign()];
  operatorId = await makeOperator();
  const outcomes = Array.from({ length: 160 }, (_, n) => ({
    campaignId: campaignIds[n % 2] ?? 0,
    // Some at the very same moment, and some around midnight in Buenos Aires.
    startedAt: new Date(Date.UTC(2026, 9, 1, 3) + Math.floor(n / 3) * 27 * HOUR_MS),
    operatorId: n % 4 === 0 ? operatorId : null,
    publisherName: ["Acme", "Blue", ""][n % 3],
    publisherSubId: ["", "s1"][n % 2],
    buyerName: `Buyer ${n % 5}`,
    targetName: `Target ${n % 7}`,
    vertical: "Auto",
    state: ["FL", ""][n % 2],
    endedBy: n % 3 === 0 ? ("caller" as const) : null,
    converted: n % 3 === 0,
    isDuplicate: n % 6 === 1,
    connectedSeconds: n % 2 === 0 ? 30 : null,
    revenue: n % 3 === 0 ? "10.5000" : null,
  }));
  await makeOutcomes(connectionId, outcomes.slice(0, 120));
  await refreshOutcomes({ now: LATER });
  await makeOutcomes(connectionId, outcomes.slice(120));
});

async function listAll(viewer: Viewer, filters: OutcomeFilters, subset: OutcomeSubset | null = null, limit = 11): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page = await listOutcomeCalls({ viewer, filters, subset, after, limit });
    ids.push(...page.items.map(({ id }) => id));
    after = page.nextCursor;
  } while (after !== null);
  return ids;
}

test("behind every number of a report are as many calls as it says, each once", async () => {
  for (const by of OUTCOME_BREAKDOWNS) {
    const filters = { ...RANGE, campaignIds };
    const { rows, total } = await getOutcomeReport({ viewer: ADMIN, by, filters });
    expect(new Set(await listAll(ADMIN, filters)).size).toBe(total.calls);
    for (const row of rows.slice(0, 4)) {
      const narrowed = narrowToRow(filters, by, row);
      const found = await listAll(ADMIN, narrowed);
      expect({ by, value: row.value, calls: new Set(found).size }).toEqual({ by, value: row.value, calls: row.calls });
      expect(found).toHaveLength(row.calls);
      for (const subset of COUNTED_SUBSETS) expect(await listAll(ADMIN, narrowed, subset, 100)).toHaveLength(row[subset]);
    }
  }
});

test("a call that several filters leave is found, and those with callers who had called before can be left out", async () => {
  const values = { buyer: ["Buyer 0", "Buyer 3"], endedBy: ["caller"], state: [""] };
  for (const isWithoutDuplicates of [false, true]) {
    const filters = { ...RANGE, values, isWithoutDuplicates };
    const { total } = await getOutcomeReport({ viewer: ADMIN, by: "hour", filters });
    expect(total.calls).toBeGreaterThan(0);
    expect(await listAll(ADMIN, filters, null, 2)).toHaveLength(total.calls);
  }
});

test("pages go forth and back over the same calls, the newest first", async () => {
  const filters = { ...RANGE, values: { buyer: ["Buyer 2"] } };
  const first = await listOutcomeCalls({ viewer: ADMIN, filters, limit: 10 });
  const second = await listOutcomeCalls({ viewer: ADMIN, filters, limit: 10, after: first.nextCursor });
  const back = await listOutcomeCalls({ viewer: ADMIN, filters, limit: 10, before: second.previousCursor });
  expect([first.previousCursor, second.items.length]).toEqual([null, 10]);
  expect(back.items).toEqual(first.items);
  expect(back.previousCursor).toBeNull();
  const starts = [...first.items, ...second.items].map(({ startedAt }) => startedAt.getTime());
  expect(starts).toEqual(starts.toSorted((one, other) => other - one));
  expect((await listOutcomeCalls({ viewer: ADMIN, filters, limit: 10, after: "damaged" })).items).toEqual(first.items);
});

test("a call leads to its task where it has one, and says what it brought only to those who may know", async () => {
  const campaignId = await makeCampaign();
  const { taskId, callId } = await makeTask({
    campaignId,
    operatorId,
    call: { source: "aria", startedAt: new Date("2026-11-20T15:00:00Z") },
  });
  await sqlClient`insert into call_outcomes (call_id, connection_id, campaign_id, started_at, revenue, converted, buyer_name, standing)
    values (${callId}, ${connectionId}, ${campaignId}, '2026-11-20T15:00:00Z', 12.5, true, 'Ana', '{"base":"","others":{}}')`;
  const filters = { ...RANGE, campaignIds: [campaignId] };
  const ask = async (viewer: Partial<Viewer>) => (await listOutcomeCalls({ viewer: { ...ADMIN, ...viewer }, filters })).items;
  const [call] = await ask({ role: "auditor", campaignIds: [campaignId] });
  expect(call).toMatchObject({ id: callId, taskId, buyer: "Ana", isConverted: true, money: { revenue: "12.5000", cost: null } });
  const [own] = await ask({ role: "agent", operatorId });
  expect(own).toMatchObject({ id: callId, money: null });
  expect(JSON.stringify(own)).not.toMatch(/revenue|cost|payout|12\.5/);
  expect(await ask({ role: "agent", operatorId: await makeOperator() })).toEqual([]);
  expect(await ask({ role: "agent", operatorId: null })).toEqual([]);
  expect(await ask({ role: "supervisor", campaignIds })).toEqual([]);
  const agent: Viewer = { ...ADMIN, role: "agent", operatorId };
  const { total } = await getOutcomeReport({ viewer: agent, by: "day", filters: RANGE });
  expect(await listAll(agent, RANGE)).toHaveLength(total.calls);
});
