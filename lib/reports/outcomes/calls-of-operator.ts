import type { TransactionSql } from "postgres";
import type { Fragment } from "./outcome-columns";
import type { OutcomeFilters } from "./outcome-filters";

type CallsOfOperatorInput = { operatorId: string; filters: OutcomeFilters; timeZone: string };

/** The pay-per-call calls `c` of an operator about the days of a report: an outcome begins when its call does, and says which are of these days. */
export function callsOfOperator(sql: TransactionSql, { operatorId, filters: { from, to }, timeZone }: CallsOfOperatorInput): Fragment {
  return sql`(select id, started_at from calls
    where operator_id = ${operatorId} and operator_id is not null and source = 'aria'
      and started_at >= (${from}::date::timestamp at time zone ${timeZone}) - interval '3 hours'
      and started_at < ((${to}::date + 1)::timestamp at time zone ${timeZone}) + interval '3 hours') c`;
}
