import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";
import { refreshOutcomeDay } from "./refresh-outcome-day";
import { refreshOutcomeMonth } from "./refresh-outcome-month";
import { settleOutcomeZone } from "./settle-outcome-zone";

/** What one run takes at most; a long history takes several. */
const MAX_RUN_MS = 20_000;
/** How long a day that goes on is read from its calls before it is summed up: its calls change it again and again. */
const SETTLING_MS = 5 * 60_000;
const MAX_DAYS_AT_ONCE = 500;

type RefreshOutcomesInput = { now?: Date; maxRunMs?: number; timeZone?: string };

/** How many days and months were summed up, and whether some are left for the next run. */
export type RefreshedOutcomes = { days: number; months: number; hasMore: boolean };

/**
 * Sums up the days of outcomes that changed, those over at once and the current ones a while after, then the months that they are of.
 * Idempotent, in any number of processes at a time.
 */
export async function refreshOutcomes({
  now = new Date(),
  maxRunMs = MAX_RUN_MS,
  timeZone = env.TIME_ZONE,
}: RefreshOutcomesInput = {}): Promise<RefreshedOutcomes> {
  const deadline = performance.now() + maxRunMs;
  const isOver = () => performance.now() > deadline;
  await settleOutcomeZone({ timeZone });
  const done = { days: 0, months: 0 };
  for (;;) {
    const days = await listMarkedDays(now, timeZone);
    for (const day of days) {
      if (isOver()) return { ...done, hasMore: true };
      await refreshOutcomeDay({ ...day, timeZone });
      done.days++;
    }
    if (days.length < MAX_DAYS_AT_ONCE) break;
  }
  for (const month of await listStaleMonths(now, timeZone)) {
    if (isOver()) return { ...done, hasMore: true };
    await refreshOutcomeMonth({ ...month, timeZone });
    done.months++;
  }
  return { ...done, hasMore: false };
}

/** The latest first, since reports are of them mostly. */
async function listMarkedDays(now: Date, timeZone: string) {
  const settledBefore = new Date(now.getTime() - SETTLING_MS);
  return sqlClient<{ campaignId: number; day: string }[]>`
    select campaign_id as "campaignId", day::text as day from outcome_marks
    group by campaign_id, outcome_marks.day
    having outcome_marks.day < (${now}::timestamptz at time zone ${timeZone})::date or min(marked_at) < ${settledBefore}
    order by outcome_marks.day desc, campaign_id limit ${MAX_DAYS_AT_ONCE}`;
}

/** The current month is read by its days: each of its calls would make it stale. */
async function listStaleMonths(now: Date, timeZone: string) {
  return sqlClient<{ campaignId: number; month: string }[]>`
    select campaign_id as "campaignId", month::text as month from outcome_stale_months
    where outcome_stale_months.month < date_trunc('month', ${now}::timestamptz at time zone ${timeZone})::date
    order by 2 desc, 1`;
}
