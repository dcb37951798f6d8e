import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeConnection, makeOutcomes, type OutcomeValues } from "@/db/testing/make-outcomes";
import { makeCampaign } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { getOutcomeReport } from "./get-outcome-report";
import {
  fieldsOf,
  OUTCOME_BREAKDOWNS,
  OUTCOME_FIELDS,
  type OutcomeBreakdown,
  type OutcomeField,
  type OutcomeFilters,
} from "./outcome-filters";
import { refreshOutcomes } from "./refresh-outcomes";

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
/** After all calls of these tests, so that every month of theirs is over. */
const LATER = new Date("2026-12-15T12:00:00Z");

let connectionId: string;
let campaignIds: number[];
beforeAll(async () => {
  connectionId = await makeConnection();
  campaignIds = [await makeCampaign({ name: "First" }), await makeCampaign({ name: "Second" })];
});

const EXPRESSIONS: Record<OutcomeField, string> = {
  publisher: "publisher_name",
  publisherSub: "publisher_sub_id",
  buyer: "buyer_name",
  target: "target_name",
  vertical: "vertical",
  state: "state",
  endedBy: "coalesce(ended_by::text, '')",
  hour: `to_char(started_at at time zone '${env.TIME_ZONE}', 'HH24')`,
};

/** The same report by one plain aggregate over all rows. */
async function aggregate(by: OutcomeBreakdown, { campaignIds: ids = [], from, to, values = {}, isWithoutDuplicates }: OutcomeFilters) {
  const day = `(started_at at time zone '${env.TIME_ZONE}')::date`;
  const [field, sub] = fieldsOf(by);
  const value = by === "day" ? day : by === "campaign" ? "campaign_id" : field ? EXPRESSIONS[field] : "''";
  const rows = await sqlClient`
    select (${sqlClient.unsafe(value)})::text as value, ${sqlClient.unsafe(sub ? EXPRESSIONS[sub] : "null::text")} as detail,
      count(*)::int as calls, (count(*) filter (where is_duplicate))::int as duplicates, (count(*) filter (where connected_seconds > 0))::int as connected,
      (count(*) filter (where converted))::int as converted, coalesce(sum(revenue), 0)::numeric(30,4)::text as revenue,
      coalesce(sum(cost), 0)::numeric(30,4)::text as cost, coalesce(sum(payout), 0)::numeric(30,4)::text as payout
    from call_outcomes
    where ${sqlClient.unsafe(day)} between ${from}::date and ${to}::date
      and (${ids.length === 0} or campaign_id = any(${ids}::int[]))
      and (not ${isWithoutDuplicates ?? false}::boolean or is_duplicate is not true)
      ${OUTCOME_FIELDS.map((name) => (values[name]?.length ? sqlClient`and ${sqlClient.unsafe(EXPRESSIONS[name])} = any(${values[name]}::text[])` : sqlClient``))}
    group by 1, 2`;
  return rows.map((row) => JSON.stringify({ ...row })).sort();
}

async function report(by: OutcomeBreakdown, filters: OutcomeFilters) {
  const { rows } = await getOutcomeReport({ viewer: ADMIN, by, filters, now: LATER });
  return rows
    .map(({ value, detail, calls, duplicates, connected, converted, money }) =>
      JSON.stringify({
        ...{ value, detail, calls, duplicates, connected, converted },
        ...{ revenue: money?.revenue, cost: money?.cost, payout: money?.payout },
      }),
    )
    .sort();
}

const amount = fc.option(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }).map(decimalOf));
function decimalOf(ten4: bigint): string {
  const digits = (ten4 < 0n ? -ten4 : ten4).toString().padStart(5, "0");
  return `${ten4 < 0n ? "-" : ""}${digits.slice(0, -4)}.${digits.slice(-4)}`;
}
const flag = fc.option(fc.boolean());
const outcome = fc.record({
  campaign: fc.nat({ max: 1 }),
  // Around two whole months, with midnights of Buenos Aires in it.
  startedAt: fc.integer({ min: Date.UTC(2026, 8, 28), max: Date.UTC(2026, 11, 3) }).map((at) => new Date(at)),
  publisherName: fc.constantFrom("Acme", "acme", ""),
  publisherSubId: fc.constantFrom("s1", "s2", ""),
  buyerName: fc.constantFrom("Buyer A", "Buyer B", ""),
  targetName: fc.constantFrom("Target, one", "2"),
  vertical: fc.constantFrom("Auto", "Legal"),
  state: fc.constantFrom("FL", "TX", ""),
  endedBy: fc.constantFrom("caller" as const, "system" as const, null),
  converted: flag,
  isDuplicate: flag,
  connectedSeconds: fc.constantFrom(0, 0.5, 90, null),
  ...{ revenue: amount, cost: amount, payout: amount },
});
const outcomes = fc.array(outcome, { minLength: 1, maxLength: 12 });
type MadeOutcome = typeof outcome extends fc.Arbitrary<infer Made> ? Made : never;
const rowsOf = (made: MadeOutcome[]): OutcomeValues[] =>
  made.map(({ campaign, ...values }) => ({ ...values, campaignId: campaignIds[campaign] ?? 0 }));

const some = (...values: string[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined, freq: 1 });
const day = fc.integer({ min: Date.UTC(2026, 8, 25), max: Date.UTC(2026, 11, 5) }).map((at) => new Date(at).toISOString().slice(0, 10));
const filters = fc.record({
  campaign: fc.option(fc.nat({ max: 1 })),
  days: fc.oneof(
    fc.constant(["2026-09-01", "2026-12-31"]),
    fc.tuple(day, day).map((days) => days.sort()),
  ),
  values: fc.record(
    {
      publisher: some("Acme", ""),
      publisherSub: some("s1", ""),
      buyer: some("Buyer A", "nobody"),
      target: some("Target, one"),
      state: some("FL", ""),
      endedBy: some("caller", ""),
      hour: some("00", "13", "21"),
    },
    { requiredKeys: [] },
  ),
  isWithoutDuplicates: fc.boolean(),
});
type MadeFilters = typeof filters extends fc.Arbitrary<infer Made> ? Made : never;
const filtersOf = ({ campaign, days: [from = "", to = ""], values, isWithoutDuplicates }: MadeFilters): OutcomeFilters => ({
  ...{ from, to, isWithoutDuplicates, campaignIds: campaign === null ? [] : [campaignIds[campaign] ?? 0] },
  values: Object.fromEntries(Object.entries(values).filter(([, list]) => list !== undefined)),
});
const breakdown = fc.constantFrom(...OUTCOME_BREAKDOWNS);

test("a report is what a plain aggregate over all calls says, whatever is summed up already and whatever it is narrowed to", async () => {
  const property = fc.asyncProperty(
    outcomes,
    fc.array(fc.tuple(breakdown, filters), { minLength: 4, maxLength: 8 }),
    fc.constantFrom("not summed up", "days", "all"),
    async (made, questions, state) => {
      await makeOutcomes(connectionId, rowsOf(made));
      if (state !== "not summed up") await refreshOutcomes({ now: LATER, maxRunMs: state === "days" ? 15 : 60_000 });
      for (const [by, asked] of questions) {
        const narrowed = filtersOf(asked);
        expect({ by, narrowed, rows: await report(by, narrowed) }).toEqual({ by, narrowed, rows: await aggregate(by, narrowed) });
      }
    },
  );
  await fc.assert(property, { numRuns: 25 });
});

test("the total is the sum of the rows, with the margin and the revenue per call to the last digit", async () => {
  const campaignId = await makeCampaign();
  const startedAt = new Date("2026-11-20T15:00:00Z");
  await makeOutcomes(connectionId, [
    { campaignId, startedAt, buyerName: "A", revenue: "12345678901234.5678", cost: "0.0001", payout: "0.0002", converted: true },
    { campaignId, startedAt, buyerName: "B", revenue: "0.1", isDuplicate: true, connectedSeconds: 3 },
    { campaignId, startedAt, buyerName: "B" },
  ]);
  const filters = { campaignIds: [campaignId], from: "2026-11-20", to: "2026-11-20" };
  const { total, rows } = await getOutcomeReport({ viewer: ADMIN, by: "buyer", filters });
  expect(total).toEqual({
    ...{ calls: 3, duplicates: 1, connected: 1, converted: 1 },
    money: {
      revenue: "12345678901234.6678",
      cost: "0.0001",
      payout: "0.0002",
      margin: "12345678901234.6675",
      perCall: "4115226300411.5559",
    },
  });
  expect(rows.map(({ value, calls }) => [value, calls]).sort()).toEqual([
    ["A", 1],
    ["B", 2],
  ]);
});

test("who sees which calls, and that an agent is told no money", async () => {
  const [campaignId, otherId] = [await makeCampaign(), await makeCampaign()];
  const [operator] = await sqlClient<{ id: string }[]>`
    insert into operators (id, name, match_key, origin) values (gen_random_uuid(), 'Own', ${`own ${campaignId}`}, 'automatic') returning id`;
  const operatorId = operator?.id ?? "";
  const startedAt = new Date("2026-11-21T15:00:00Z");
  await makeOutcomes(connectionId, [
    { campaignId, startedAt, revenue: "7.0000", operatorId, converted: true },
    { campaignId, startedAt, revenue: "8.0000" },
    { campaignId: otherId, startedAt, revenue: "9.0000" },
  ]);
  const days = { from: "2026-11-21", to: "2026-11-21" };
  const see = async (viewer: Partial<Viewer>, wanted: number[] = []) =>
    (await getOutcomeReport({ viewer: { ...ADMIN, ...viewer }, by: "campaign", filters: { ...days, campaignIds: wanted } })).total;
  for (const role of ["supervisor", "auditor"] as const) {
    expect(await see({ role, campaignIds: [campaignId] })).toMatchObject({ calls: 2, money: { revenue: "15.0000" } });
    expect(await see({ role, campaignIds: [campaignId] }, [otherId])).toMatchObject({ calls: 0 });
    expect(await see({ role, campaignIds: [] })).toMatchObject({ calls: 0 });
  }
  expect(await see({}, [campaignId, otherId])).toMatchObject({ calls: 3, money: { revenue: "24.0000" } });
  expect(await see({ role: "agent", campaignIds: [campaignId], operatorId: null })).toMatchObject({ calls: 0, money: null });
  expect(await see({ role: "agent", campaignIds: [], operatorId }, [otherId])).toMatchObject({ calls: 0, money: null });
  const own = await getOutcomeReport({ viewer: { ...ADMIN, role: "agent", operatorId }, by: "campaign", filters: days });
  expect(own.total).toEqual({ calls: 1, duplicates: 0, connected: 0, converted: 1, money: null });
  expect(JSON.stringify(own)).not.toMatch(/revenue|cost|payout|7\.0/);
});
