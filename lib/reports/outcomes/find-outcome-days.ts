import type { TransactionSql } from "postgres";
import type { CountedSubset, OutcomeFilters } from "./outcome-filters";
import { dimensionFor, partOfCombinations, partsOfSums } from "./outcome-parts";
import { planOutcomeReading } from "./plan-outcome-reading";
import { readOutcomeState } from "./read-outcome-state";

type OutcomeDay = { campaignId: number; day: string };

type FindOutcomeDaysInput = {
  campaignIds: number[];
  filters: OutcomeFilters;
  subset: CountedSubset | null;
  timeZone: string;
  /** How many calls are looked for, from a moment on, to older ones or backwards to newer ones; from the end of the range where it is null. */
  count: number;
  place: Date | null;
  isBackwards: boolean;
};

/**
 * The days of campaigns on which the calls of a page are, by the sums: a page of what is rare is found without looking through all calls. Days
 * that are not summed up are among them, whatever is on them. Null when nothing is summed up.
 */
export async function findOutcomeDays(sql: TransactionSql, input: FindOutcomeDaysInput): Promise<OutcomeDay[] | null> {
  const { campaignIds, filters, subset, timeZone, count, place, isBackwards } = input;
  const question = { by: "campaignDay" as const, filters, timeZone };
  const state = await readOutcomeState(sql, question, new Date());
  if (state === null) return null;
  const dimension = dimensionFor(question);
  const coded = { ...question, wordIds: state.wordIds };
  const reading = planOutcomeReading({ ...state, campaignIds, isByDay: true });
  const [part] = dimension === null ? [partOfCombinations(sql, coded, campaignIds, reading)] : partsOfSums(sql, coded, dimension, reading);
  const known = part
    ? await sql<(OutcomeDay & { count: number })[]>`
    select value::int as "campaignId", detail as day, sum(${sql.unsafe(COUNTED[subset ?? "calls"])})::int as count
    from (${part}) s group by 1, 2 having sum(${sql.unsafe(COUNTED[subset ?? "calls"])}) > 0`
    : [];
  const marked = state.marks.filter(({ campaignId }) => campaignIds.includes(campaignId)).map((mark) => ({ ...mark, count: 0 }));
  const placeDay = place === null ? null : dayOf(place, timeZone);
  const ahead = [...known, ...marked].filter(({ day }) => placeDay === null || (isBackwards ? day >= placeDay : day <= placeDay));
  return takeDays(
    ahead.sort((one, other) => (isBackwards ? 1 : -1) * (one.day < other.day ? -1 : one.day > other.day ? 1 : 0)),
    count,
    placeDay,
  );
}

const COUNTED: Record<CountedSubset | "calls", string> = {
  calls: "calls",
  connected: "connected",
  converted: "converted",
  duplicates: "case when is_duplicate then calls else 0 end",
};

/** As many whole days as hold so many calls. Of the day that a page begins in, nobody knows how many are behind it. */
function takeDays(days: (OutcomeDay & { count: number })[], wanted: number, placeDay: string | null): OutcomeDay[] {
  const taken: OutcomeDay[] = [];
  let found = 0;
  let last = "";
  for (const { campaignId, day, count } of days) {
    if (found >= wanted && day !== last) break;
    taken.push({ campaignId, day });
    if (day !== placeDay) found += count;
    last = day;
  }
  return taken;
}

function dayOf(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(at);
}
