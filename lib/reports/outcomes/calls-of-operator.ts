import type { TransactionSql } from "postgres";
import type { Fragment } from "./outcome-columns";
import type { OutcomeFilters } from "./outcome-filters";

type CallsOfOperatorInput = { operatorId: string; filters: OutcomeFilters; timeZone: string };

/** The pay-per-call calls `c` of an operator of the days of a report: an outcome begins when its call does. */
export function callsOfOperator(sql: TransactionSql, { operatorId, filters: { from, to }, timeZone }: CallsOfOperatorInput): Fragment {
  return sql`(select id, started_at from calls
    where operator_id = ${operatorId} and operator_id is not null and source = 'aria'
      and started_at >= outcome_day_start(${from}::date, ${timeZone}) and started_at < outcome_day_start(${to}::date + 1, ${timeZone})) c`;
}
