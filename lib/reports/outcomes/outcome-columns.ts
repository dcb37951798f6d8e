import type { ISql } from "postgres";
import type { OutcomeDimension } from "@/db/enums";
import type { OutcomeField } from "./outcome-filters";

/** How the tables of sums call each field. */
export const OUTCOME_COLUMNS = {
  publisher: "publisher",
  publisherSub: "publisher_sub",
  buyer: "buyer",
  target: "target",
  vertical: "vertical",
  state: "state",
  endedBy: "ended_by",
  hour: "hour",
} as const satisfies Record<OutcomeField, OutcomeDimension>;

/** A row of call_outcomes, named `o`, in the columns of the sums: a text for each field, and what is summed up. */
export function outcomeFacts(sql: ISql, timeZone: string) {
  return sql`o.campaign_id, (o.started_at at time zone ${timeZone})::date as day,
    o.publisher_name as publisher, o.publisher_sub_id as publisher_sub, o.buyer_name as buyer, o.target_name as target, o.vertical, o.state,
    coalesce(o.ended_by::text, '') as ended_by, to_char(o.started_at at time zone ${timeZone}, 'HH24') as hour,
    o.is_duplicate is true as is_duplicate, 1 as calls, (o.connected_seconds > 0 is true)::int as connected,
    (o.converted is true)::int as converted, coalesce(o.revenue, 0) as revenue, coalesce(o.cost, 0) as cost, coalesce(o.payout, 0) as payout`;
}

/** That a row of call_outcomes, named `o`, is of a day from one to another, both included. */
export function isOfDays(sql: ISql, { first, last, timeZone }: { first: Fragment; last: Fragment; timeZone: string }) {
  return sql`o.started_at >= outcome_day_start(${first}, ${timeZone}) and o.started_at < outcome_day_start(${last} + 1, ${timeZone})`;
}

/** A piece of a statement. */
export type Fragment = ReturnType<typeof outcomeFacts>;

/** The sums of what is summed up, of rows named `s`. */
export function outcomeTotals(sql: ISql) {
  return sql`sum(s.calls) as calls, sum(s.connected) as connected, sum(s.converted) as converted, sum(s.revenue) as revenue,
    sum(s.cost) as cost, sum(s.payout) as payout`;
}
