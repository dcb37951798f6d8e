import type { Sql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { OUTCOME_BREAKDOWNS, type OutcomeBreakdown, type OutcomeFilters } from "@/lib/reports/outcomes/outcome-filters";
import { explainSlowStatements } from "../harness/explain-slow-statements";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { seedOutcomes } from "../harness/seed-outcomes";
import { timeReads } from "../harness/time-reads";

const MUST_MS = 200;
const DAY_MS = 86_400_000;

type Case = { what: string; by?: OutcomeBreakdown; filters?: Partial<OutcomeFilters>; viewer?: Partial<Viewer>; isCalls?: boolean };

/** Milliseconds of a report by every dimension, of the usual range and a year, with and without filters, and of the calls behind a number. */
export async function measureOutcomeReport({ isQuick }: LineOptions): Promise<LineReport> {
  const [count, repetitions] = isQuick ? [50_000, 5] : [1_000_000, 25];
  const { sql, dataDir, close } = await openBenchInstallation();
  const seededAt = performance.now();
  const { campaignIds, sumSeconds } = await seedOutcomes({ sql, count });
  const seedSeconds = (performance.now() - seededAt) / 1_000 - sumSeconds;
  await markAFew(sql);
  await explainSlowStatements(sql, MUST_MS);
  // This connection too is from before: what is measured goes over one that logs its plans.
  await sql`select pg_terminate_backend(pg_backend_pid())`.catch(() => undefined);
  const { getOutcomeReport } = await import("@/lib/reports/outcomes/get-outcome-report");
  const { listOutcomeCalls } = await import("@/lib/reports/outcomes/list-outcome-calls");
  const reads = (await casesOf(sql, campaignIds)).map(({ what, by = "day", filters = {}, viewer = {}, isCalls = false }) => {
    const asked = { viewer: { ...ADMIN, ...viewer }, filters: { ...MONTH, ...filters } };
    const read = async () => {
      if (isCalls) return `${(await listOutcomeCalls({ ...asked, limit: 100 })).items.length} rows`;
      const { rows, total } = await getOutcomeReport({ ...asked, by });
      return `${rows.length} rows of ${total.calls.toLocaleString("en")} calls`;
    };
    return { what, read };
  });
  const figures = await timeReads({ sql, dataDir, mustMs: MUST_MS, repetitions, reads });
  await close();
  return {
    figures,
    notes: [
      `${count.toLocaleString("en")} calls of one year with what came of them, made in ${Math.round(seedSeconds)} s and summed up in ${Math.round(sumSeconds)} s; one day in three of the last month is marked as changed, and read from its calls. p95 of ${repetitions} calls of getOutcomeReport, or of listOutcomeCalls for 100 rows, from before the call to the rows in hand, the first of them with whatever the cache held.`,
    ],
  };
}

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const MONTH = { from: dayBefore(29), to: dayBefore(0) };
const YEAR = { from: dayBefore(364), to: dayBefore(0) };

/** As when calls arrive, or are corrected: some of the latest days are not summed up. */
async function markAFew(sql: Sql): Promise<void> {
  await sql`
    insert into outcome_marks (campaign_id, day)
    select id, current_date - n from campaigns cross join generate_series(0, 29, 3) n`;
}

async function casesOf(sql: Sql, [large = 0, ...others]: number[]): Promise<Case[]> {
  const some = others.slice(2, 7);
  const [operator] = await sql<{ id: string }[]>`select operator_id as id from calls group by 1 order by count(*) desc limit 1`;
  const agent = { viewer: { role: "agent" as const, operatorId: operator?.id ?? null } };
  const publisher = { values: { publisher: ["Publisher 3"] } };
  const largestBuyer = { values: { buyer: ["Buyer 1"] } };
  const smallBuyer = { values: { buyer: ["Buyer 29"] } };
  const caller = { values: { endedBy: ["caller"] } };
  const several = { values: { buyer: ["Buyer 1", "Buyer 2"], state: ["AA", "AB"], endedBy: ["caller"] } };
  return [
    ...OUTCOME_BREAKDOWNS.map((by) => ({ what: `by ${by}, 30 days`, by })),
    ...OUTCOME_BREAKDOWNS.map((by) => ({ what: `by ${by}, a year`, by, filters: YEAR })),
    ...OUTCOME_BREAKDOWNS.map((by) => ({
      what: `by ${by}, a year of the largest campaign`,
      by,
      filters: { ...YEAR, campaignIds: [large] },
    })),
    { what: "by buyer, a year, without duplicates", by: "buyer", filters: { ...YEAR, isWithoutDuplicates: true } },
    { what: "by day, a year of one publisher", filters: { ...YEAR, ...publisher } },
    { what: "by sub-id, a year of one publisher", by: "publisherSub", filters: { ...YEAR, ...publisher } },
    { what: "by publisher, 30 days of the largest buyer", by: "publisher", filters: largestBuyer },
    { what: "by publisher, a year of the largest buyer", by: "publisher", filters: { ...YEAR, ...largestBuyer } },
    { what: "by sub-id, a year of the largest buyer", by: "publisherSub", filters: { ...YEAR, ...largestBuyer } },
    { what: "by publisher, a year of a small buyer", by: "publisher", filters: { ...YEAR, ...smallBuyer } },
    { what: "by buyer, a year of one state", by: "buyer", filters: { ...YEAR, values: { state: ["AA"] } } },
    { what: "by target, a year of calls that the caller ended (half of all)", by: "target", filters: { ...YEAR, ...caller } },
    { what: "by hour, a year, several filters", by: "hour", filters: { ...YEAR, ...several } },
    {
      what: "by publisher, a year of the largest buyer in five campaigns",
      by: "publisher",
      filters: { ...YEAR, ...largestBuyer, campaignIds: some },
    },
    { what: "by publisher, a year of a supervisor", by: "publisher", filters: YEAR, viewer: { role: "supervisor", campaignIds: some } },
    { what: "by day, 30 days of an agent", ...agent },
    { what: "by day, a year of an agent", filters: YEAR, ...agent },
    { what: "the calls of 30 days", isCalls: true },
    { what: "the calls of a year of the largest campaign", filters: { ...YEAR, campaignIds: [large] }, isCalls: true },
    { what: "the calls of a year of a small buyer", filters: { ...YEAR, ...smallBuyer }, isCalls: true },
    { what: "the calls of a year with several filters", filters: { ...YEAR, ...several }, isCalls: true },
    {
      what: "the calls of a year, of a target and an hour",
      filters: { ...YEAR, values: { target: ["Target 7"], hour: ["03"] } },
      isCalls: true,
    },
    { what: "the calls of a year, of a target that nobody has", filters: { ...YEAR, values: { target: ["Nobody"] } }, isCalls: true },
    { what: "the calls of a year of an agent", filters: YEAR, ...agent, isCalls: true },
  ];
}
