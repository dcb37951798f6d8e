import type { TransactionSql } from "postgres";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import { isOfDays, OUTCOME_COLUMNS, outcomeFacts, outcomeTotals } from "./outcome-columns";
import { holdOutcomeZone } from "./outcome-zone";

type RefreshOutcomeDayInput = { campaignId: number; day: string; timeZone: string };

/**
 * Sums up one day of a campaign anew, takes its marks away, and has its month summed up anew. Waits for the transactions that are changing
 * calls of that day, and they for it, so that each change is in the sums or marked. Does nothing when days begin in another time zone by now.
 */
export async function refreshOutcomeDay({ campaignId, day, timeZone }: RefreshOutcomeDayInput): Promise<void> {
  await sqlClient.begin(async (transaction) => {
    if (!(await holdOutcomeZone(transaction, timeZone))) return;
    await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.outcomeCampaign}, ${campaignId})`;
    // Nothing else is waited for with this one in hand.
    await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.outcomeDay}, outcome_day_lock(${campaignId}, ${day}::date))`;
    await transaction`delete from outcome_marks where campaign_id = ${campaignId} and day = ${day}::date`;
    await transaction`delete from outcome_combinations where campaign_id = ${campaignId} and day = ${day}::date`;
    await transaction`
      delete from outcome_sums
      where dimension = any(enum_range(null::outcome_dimension)) and grain = 'day' and campaign_id = ${campaignId} and starts_on = ${day}::date`;
    await nameWords(transaction, { campaignId, day, timeZone });
    await combine(transaction, { campaignId, day, timeZone });
    await sumUp(transaction, { campaignId, day });
    await transaction`
      insert into outcome_stale_months (campaign_id, month) values (${campaignId}, date_trunc('month', ${day}::date)::date)
      on conflict do nothing`;
  });
}

const COLUMNS = Object.values(OUTCOME_COLUMNS);

function factsOfDay(sql: TransactionSql, { campaignId, day, timeZone }: RefreshOutcomeDayInput) {
  const date = sql`${day}::date`;
  return sql`select ${outcomeFacts(sql, timeZone)} from call_outcomes o
    where o.campaign_id = ${campaignId} and ${isOfDays(sql, { first: date, last: date, timeZone })}`;
}

/** Gives a number to each text that has none. In order, so that two of these never wait for each other. */
async function nameWords(sql: TransactionSql, input: RefreshOutcomeDayInput): Promise<void> {
  await sql`
    insert into outcome_words (word)
    select distinct named.word from (${factsOfDay(sql, input)}) f
      cross join lateral unnest(array[${sql.unsafe(COLUMNS.map((column) => `f.${column}`).join(", "))}]) as named(word)
    where not exists (select from outcome_words known where known.word = named.word)
    order by named.word on conflict do nothing`;
}

async function combine(sql: TransactionSql, input: RefreshOutcomeDayInput): Promise<void> {
  const ids = COLUMNS.map((column) => `${column}_word.id`).join(", ");
  const words = COLUMNS.map((column) => `join outcome_words ${column}_word on ${column}_word.word = s.${column}`).join(" ");
  await sql`
    insert into outcome_combinations
      (campaign_id, day, ${sql.unsafe(COLUMNS.join(", "))}, is_duplicate, calls, connected, converted, revenue, cost, payout)
    select s.campaign_id, s.day, ${sql.unsafe(ids)}, s.is_duplicate, ${outcomeTotals(sql)}
    from (${factsOfDay(sql, input)}) s ${sql.unsafe(words)}
    group by s.campaign_id, s.day, ${sql.unsafe(ids)}, s.is_duplicate`;
}

/** Each combination counts once for every dimension. */
async function sumUp(sql: TransactionSql, { campaignId, day }: Omit<RefreshOutcomeDayInput, "timeZone">): Promise<void> {
  const dimensions = COLUMNS.map((column) =>
    column === "publisher_sub" ? "('publisher_sub', s.publisher, s.publisher_sub)" : `('${column}', s.${column}, 0)`,
  );
  await sql`
    insert into outcome_sums
      (dimension, grain, campaign_id, starts_on, value, detail, is_duplicate, calls, connected, converted, revenue, cost, payout)
    select d.dimension::outcome_dimension, 'day', s.campaign_id, s.day, d.value, d.detail, s.is_duplicate, ${outcomeTotals(sql)}
    from outcome_combinations s cross join lateral (values ('total', 0, 0), ${sql.unsafe(dimensions.join(", "))}) as d(dimension, value, detail)
    where s.campaign_id = ${campaignId} and s.day = ${day}::date
    group by d.dimension, s.campaign_id, s.day, d.value, d.detail, s.is_duplicate`;
}
