import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { callOutcomes, connections, type callOutcomes as Outcomes } from "@/db/schema";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createConnection } from "@/lib/connections/create-connection";
import { listOutcomeNames } from "@/lib/outcomes/list-outcome-names";
import { getTask } from "./get-task";
import { listTasks } from "./list-tasks";
import type { TaskFilters } from "./task-filters";

const viewerOf = (role: Viewer["role"], campaignIds: number[] = [], operatorId: string | null = null): Viewer => ({
  userId: "0199a1b2-0000-7000-8000-000000000001",
  role,
  campaignIds,
  operatorId,
});
const admin = viewerOf("admin");

let ours = 0;
let theirs = 0;
let connectionId = "";
const taskIds = new Map<string, string>();

beforeAll(async () => {
  [ours, theirs] = [await makeCampaign(), await makeCampaign()];
  for (const campaignId of [ours, theirs]) ({ id: connectionId } = await createConnection({ actor: "system", name: "Ringba", campaignId }));
  await makeOutcome("sold", ours, { converted: true, revenue: "45.5000", buyerName: "Buyer A", publisherName: "Pub 1" });
  await makeOutcome("lost", ours, { converted: false, revenue: "0.0000", buyerName: "Buyer A", publisherName: "Pub 2" });
  await makeOutcome("other", theirs, { converted: null, revenue: null, buyerName: "Buyer B", publisherName: "Pub 3" });
  taskIds.set("plain", (await makeTask({ campaignId: ours })).taskId);
});

async function makeOutcome(name: string, campaignId: number, values: Partial<typeof Outcomes.$inferInsert>) {
  const { taskId, callId } = await makeTask({ campaignId });
  await db
    .insert(callOutcomes)
    .values({ callId, connectionId, campaignId, startedAt: new Date(), standing: { base: "", others: {} }, ...values });
  taskIds.set(name, taskId);
}

async function namesOf(filters: TaskFilters, viewer = admin): Promise<string[]> {
  const { items } = await listTasks({ viewer, filters, limit: 100 });
  return [...taskIds].filter(([, id]) => items.some((item) => item.id === id)).map(([name]) => name);
}

test.each<[TaskFilters, string[]]>([
  [{ conversions: ["converted"] }, ["sold"]],
  [{ conversions: ["not_converted", "unknown"] }, ["lost", "other"]],
  [{ buyers: ["Buyer A"] }, ["sold", "lost"]],
  [{ publishers: ["Pub 2", "Pub 3"] }, ["lost", "other"]],
  [{ revenueFrom: "0.0001" }, ["sold"]],
  [{ revenueTo: "45.5" }, ["sold", "lost"]],
  [{ revenueFrom: "45.5000", revenueTo: "45.5" }, ["sold"]],
  [{ buyers: ["Buyer A"], conversions: ["converted"], revenueTo: "45.4999" }, []],
  [{}, ["sold", "lost", "other", "plain"]],
])("the filter %o finds %o", async (filters, names) => {
  expect(await namesOf(filters)).toEqual(names);
});

test("an agent sees that a call converted, and neither what it brought nor whether that is in a range", async () => {
  const operatorId = await makeOperator();
  const { taskId, callId } = await makeTask({ campaignId: ours, operatorId });
  await db.insert(callOutcomes).values({
    ...{ callId, connectionId, campaignId: ours, startedAt: new Date(), standing: { base: "", others: {} } },
    ...{ converted: true, revenue: "45.5000", cost: "1.0000", payout: "2.0000", saleAmount: "3.0000" },
  });
  const agent = viewerOf("agent", [], operatorId);
  const { items } = await listTasks({ viewer: agent, filters: { revenueFrom: "1000" } });
  expect(items.find(({ id }) => id === taskId)?.outcome).toMatchObject({ converted: true, revenue: null });
  const shown = await getTask({ viewer: agent, id: taskId });
  expect(shown.outcome).toMatchObject({ converted: true, money: null });
  expect(JSON.stringify(shown)).not.toMatch(/45\.5|1\.0000|2\.0000|3\.0000/);
  expect((await getTask({ viewer: admin, id: taskId })).outcome?.money).toMatchObject({ revenue: "45.5000", cost: "1.0000" });
});

test("a call is found by its id at its platform, in whichever connection", async () => {
  const [connection] = await db.select({ publicId: connections.publicId }).from(connections).limit(1);
  const { taskId } = await makeTask({
    campaignId: ours,
    call: { source: "aria", identityKey: `id:${connection?.publicId}:RGB-77`, externalId: "RGB-77" },
  });
  const { items } = await listTasks({ viewer: admin, filters: { text: "RGB-77" } });
  expect(items.map(({ id }) => id)).toEqual([taskId]);
});

test("names to narrow by are those of the campaigns that one sees", async () => {
  expect(await listOutcomeNames({ viewer: admin })).toEqual({ buyers: ["Buyer A", "Buyer B"], publishers: ["Pub 1", "Pub 2", "Pub 3"] });
  expect(await listOutcomeNames({ viewer: viewerOf("supervisor", [theirs]) })).toEqual({ buyers: ["Buyer B"], publishers: ["Pub 3"] });
  expect(await listOutcomeNames({ viewer: viewerOf("auditor", []) })).toBeNull();
  expect(await listOutcomeNames({ viewer: viewerOf("agent", [ours], "0199a1b2-0000-7000-8000-000000000002") })).toBeNull();
});
