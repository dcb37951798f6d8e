import type { TransactionSql } from "postgres";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { canSeeMoney } from "@/lib/outcomes/can-see-money";
import { visibleOutcomeCampaigns } from "./outcome-access";
import type { Fragment } from "./outcome-columns";
import type { OutcomeBreakdown, OutcomeFilters } from "./outcome-filters";
import { dimensionFor, type OutcomeQuestion, partOfCalls, partOfCombinations, partOfOperator, partsOfSums } from "./outcome-parts";
import { planOutcomeReading } from "./plan-outcome-reading";
import { readOutcomeState } from "./read-outcome-state";

/** Exact decimal texts with four places. `margin` is revenue less cost and payout; `perCall` the revenue by calls, null without calls. */
export type OutcomeMoney = { revenue: string; cost: string; payout: string; margin: string; perCall: string | null };

/** What came of some calls. `money` is null for those who may not know it. */
export type OutcomeMeasures = { calls: number; duplicates: number; connected: number; converted: number; money: OutcomeMoney | null };

/** One value of what a report is by: a day, the number of a campaign, or a text, which is empty where the platform said nothing. */
export type OutcomeRow = OutcomeMeasures & {
  value: string;
  /** The sub-id, in a report by sub-ids; `value` is its publisher. */
  detail: string | null;
  /** The campaign's name, in a report by campaigns. */
  name: string | null;
};

export type OutcomeReport = { total: OutcomeMeasures; rows: OutcomeRow[] };

type GetOutcomeReportInput = { viewer: Viewer; by: OutcomeBreakdown; filters: OutcomeFilters; now?: Date };

/**
 * What came of the calls that the filters leave, as a whole and by one thing, exact up to the last commit: a call is in one row. Only calls that
 * the viewer may see, agents without money. Days that are summed up are not read again; rows come in no order.
 */
export async function getOutcomeReport({ viewer, by, filters, now = new Date() }: GetOutcomeReportInput): Promise<OutcomeReport> {
  const question = { by, filters, timeZone: env.TIME_ZONE };
  const found: FoundRow[] = await sqlClient.begin("isolation level repeatable read read only", async (sql) => {
    // The best plan depends on how much is asked for; compiling it would take longer than it saves.
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)`;
    const parts = await partsFor(sql, viewer, question, now);
    return parts.length === 0 ? [] : await readParts(sql, parts, by);
  });
  const rows = found.map((row) => ({ ...row, money: canSeeMoney(viewer) ? row.money : null }));
  const total = rows.find(({ value }) => value === null);
  return {
    total: total ? measuresOf(total) : { ...NOTHING, money: canSeeMoney(viewer) ? NO_MONEY : null },
    rows: rows.flatMap(({ value, detail, name, ...row }) => (value === null ? [] : [{ value, detail, name, ...measuresOf(row) }])),
  };
}

const NOTHING = { calls: 0, duplicates: 0, connected: 0, converted: 0 };
const NO_MONEY = { revenue: "0.0000", cost: "0.0000", payout: "0.0000", margin: "0.0000", perCall: null };

function measuresOf({ calls, duplicates, connected, converted, money }: OutcomeMeasures): OutcomeMeasures {
  return { calls, duplicates, connected, converted, money };
}

async function partsFor(sql: TransactionSql, viewer: Viewer, question: OutcomeQuestion, now: Date): Promise<Fragment[]> {
  const { filters, by } = question;
  if (viewer.role === "agent") return viewer.operatorId === null ? [] : [partOfOperator(sql, question, viewer.operatorId)];
  const campaignIds = await visibleOutcomeCampaigns(sql, viewer, filters.campaignIds);
  if (campaignIds.length === 0) return [];
  const state = await readOutcomeState(sql, question, now);
  if (state === null) {
    const { from: first, to: last } = filters;
    return [
      partOfCalls(
        sql,
        question,
        campaignIds.map((campaignId) => ({ campaignId, first, last })),
      ),
    ];
  }
  const dimension = dimensionFor(question);
  const coded = { ...question, wordIds: state.wordIds };
  const reading = planOutcomeReading({ ...state, campaignIds, isByDay: by === "day" || dimension === null });
  return [
    ...(dimension === null ? [partOfCombinations(sql, coded, campaignIds, reading)] : partsOfSums(sql, coded, dimension, reading)),
    ...(reading.calls.length > 0 ? [partOfCalls(sql, question, reading.calls)] : []),
  ];
}

type FoundRow = Omit<OutcomeMeasures, "money"> & { value: string | null; detail: string | null; name: string | null; money: OutcomeMoney };

/** The rows, and one whose value is null with the total. */
async function readParts(sql: TransactionSql, parts: Fragment[], by: OutcomeBreakdown): Promise<FoundRow[]> {
  const all = parts.flatMap((part, index) => (index === 0 ? [part] : [sql`union all`, part]));
  const name = by === "campaign" ? sql`(select c.name from campaigns c where c.id = s.value::int)` : sql`null`;
  const rows = await sql<(Omit<FoundRow, "money"> & OutcomeMoney)[]>`
    with parts as (${all}), sums as (
      select value::text as value, detail::text as detail, sum(calls)::float8 as calls,
        coalesce(sum(calls) filter (where is_duplicate), 0)::float8 as duplicates, sum(connected)::float8 as connected,
        sum(converted)::float8 as converted, sum(revenue) as revenue, sum(cost) as cost, sum(payout) as payout
      from parts group by grouping sets ((value, detail), ()) having sum(calls) > 0)
    select s.value, s.detail, ${name} as name, s.calls, s.duplicates, s.connected, s.converted, s.revenue::numeric(30, 4)::text as revenue,
      s.cost::numeric(30, 4)::text as cost, s.payout::numeric(30, 4)::text as payout,
      (s.revenue - s.cost - s.payout)::numeric(30, 4)::text as margin, round(s.revenue / s.calls::numeric, 4)::text as "perCall"
    from sums s`;
  return rows.map(({ revenue, cost, payout, margin, perCall, ...row }) => ({ ...row, money: { revenue, cost, payout, margin, perCall } }));
}
