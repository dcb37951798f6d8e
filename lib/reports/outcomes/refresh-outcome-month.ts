import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { sqlClient } from "@/db/client";
import { outcomeTotals } from "./outcome-columns";
import { holdOutcomeZone } from "./outcome-zone";

type RefreshOutcomeMonthInput = { campaignId: number; month: string; timeZone: string };

/** Sums up one month of a campaign anew from its days, as they were summed up. `month` is its first day. */
export async function refreshOutcomeMonth({ campaignId, month, timeZone }: RefreshOutcomeMonthInput): Promise<void> {
  await sqlClient.begin(async (transaction) => {
    if (!(await holdOutcomeZone(transaction, timeZone))) return;
    // A day that is summed up meanwhile has to make the month stale again.
    await transaction`select pg_advisory_xact_lock(${ADVISORY_LOCKS.outcomeCampaign}, ${campaignId})`;
    await transaction`delete from outcome_stale_months where campaign_id = ${campaignId} and month = ${month}::date`;
    await transaction`
      delete from outcome_sums
      where dimension = any(enum_range(null::outcome_dimension)) and grain = 'month' and campaign_id = ${campaignId} and starts_on = ${month}::date`;
    await transaction`
      insert into outcome_sums
        (dimension, grain, campaign_id, starts_on, value, detail, is_duplicate, calls, connected, converted, revenue, cost, payout)
      select s.dimension, 'month', s.campaign_id, ${month}::date, s.value, s.detail, s.is_duplicate, ${outcomeTotals(transaction)}
      from outcome_sums s
      where s.dimension = any(enum_range(null::outcome_dimension)) and s.grain = 'day' and s.campaign_id = ${campaignId}
        and s.starts_on >= ${month}::date and s.starts_on < ${month}::date + interval '1 month'
      group by s.dimension, s.campaign_id, s.value, s.detail, s.is_duplicate`;
  });
}
