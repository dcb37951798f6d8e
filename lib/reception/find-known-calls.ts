import type { Sql, TransactionSql } from "postgres";
import { readOutcomes } from "./call-outcome-rows";
import type { CallRow } from "./call-row";
import type { CallNames } from "./identify-call";

type FindKnownCallsInput = {
  names: CallNames[];
  /** Whether some of the calls may have outcomes; those of most sources have none, and are not asked for any. */
  withOutcomes: boolean;
  isForUpdate?: boolean;
};

/** Every call that one of `names` may mean: of the same identity, or of the same facts. Oldest first. */
export async function findKnownCalls(
  sql: Sql | TransactionSql,
  { names, withOutcomes, isForUpdate = false }: FindKnownCallsInput,
): Promise<CallRow[]> {
  const sources = [...new Set(names.map((name) => name.source))];
  const identityKeys = [...new Set(names.filter((name) => name.factsKey === null).map((name) => name.identityKey))];
  const factsKeys = [...new Set(names.flatMap((name) => name.factsKey ?? []))];
  const calls = await sql<Omit<CallRow, "outcome">[]>`
    select id, campaign_id as "campaignId", source, identity_key as "identityKey", facts_key as "factsKey", external_id as "externalId",
      direction, started_at as "startedAt", calling, called, calling_normalized as "callingNormalized",
      called_normalized as "calledNormalized", disposition, duration_seconds::float8 as "durationSeconds",
      billable_seconds::float8 as "billableSeconds", extension, operator_name as "operatorName", is_ended as "isEnded",
      recording_status as "recordingStatus", recording_url as "recordingUrl"
    from calls
    where source = any(${sources}::source[]) and (identity_key = any(${identityKeys}) or facts_key = any(${factsKeys}))
    order by id ${isForUpdate ? sql`for update` : sql``}`;
  const outcomes = withOutcomes && calls.length > 0 ? await readOutcomes(sql, calls) : new Map();
  return calls.map((call) => ({ ...call, outcome: outcomes.get(call.id) ?? null }));
}
