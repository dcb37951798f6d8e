import type { TransactionSql } from "postgres";
import type { OutcomeQuestion } from "./outcome-parts";
import { readOutcomeZone } from "./outcome-zone";

/** What is summed up of some days, as planOutcomeReading takes it, and the numbers of the words that are asked for; null when nothing is in the time zone that is asked for. */
export async function readOutcomeState(sql: TransactionSql, { filters: { from, to, values = {} }, timeZone }: OutcomeQuestion, now: Date) {
  if ((await readOutcomeZone(sql)) !== timeZone) return null;
  const texts = Object.values(values).flat();
  const [marks, staleMonths, [current], words] = await Promise.all([
    sql<{ campaignId: number; day: string }[]>`
      select distinct campaign_id as "campaignId", day::text as day from outcome_marks where day between ${from}::date and ${to}::date`,
    sql<{ campaignId: number; month: string }[]>`
      select campaign_id as "campaignId", month::text as month from outcome_stale_months where month between ${from}::date and ${to}::date`,
    sql<{ month: string }[]>`select date_trunc('month', ${now}::timestamptz at time zone ${timeZone})::date::text as month`,
    texts.length === 0 ? [] : sql<{ id: number; word: string }[]>`select id, word from outcome_words where word = any(${texts}::text[])`,
  ]);
  const wordIds = new Map(words.map(({ id, word }) => [word, id]));
  return { from, to, marks, staleMonths, currentMonth: current?.month ?? "", wordIds };
}
