import type { Sql, TransactionSql } from "postgres";
import {
  OUTCOME_AMOUNTS,
  OUTCOME_FIELDS,
  OUTCOME_FLAGS,
  OUTCOME_SECONDS,
  OUTCOME_TEXTS,
  type OutcomeField,
  type OutcomeValues,
} from "@/lib/calls/outcome-values";
import type { CallRow, KnownOutcome } from "./call-row";
import { pickValues } from "./merge-outcome";
import { storableJson } from "./storable-json";

type OutcomeRow = OutcomeValues & Omit<KnownOutcome, "values"> & { callId: string };

/** The outcomes of calls that have one, by the call's id. */
export async function readOutcomes(sql: Sql | TransactionSql, calls: { id: string }[]): Promise<Map<string, KnownOutcome>> {
  const rows = await sql.unsafe<OutcomeRow[]>(READ, [calls.map(({ id }) => id)], { prepare: true });
  return new Map(
    rows.map(({ callId, connectionId, standing, ...row }) => [
      callId,
      { connectionId, standing, values: pickValues((field) => row[field]) },
    ]),
  );
}

/**
 * Writes the outcomes of calls that have one as they are now, and has the tasks of these calls say what the calls say. To be sent after the
 * calls themselves.
 */
export function writeOutcomes(transaction: TransactionSql, calls: CallRow[]): Promise<unknown>[] {
  const rows = calls.flatMap(({ outcome, ...call }) =>
    outcome ? [{ call_id: call.id, campaign_id: call.campaignId, started_at: call.startedAt, ...columnsOf(outcome) }] : [],
  );
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.call_id);
  // Begun here, in this order: what a task copies is read from the calls that were written before.
  return [
    transaction.unsafe(WRITE, [storableJson(rows)], { prepare: true }).execute(),
    transaction.unsafe(COPY_TO_TASKS, [ids], { prepare: true }).execute(),
  ];
}

function columnsOf({ connectionId, values, standing }: KnownOutcome) {
  return { connection_id: connectionId, standing, ...Object.fromEntries(OUTCOME_FIELDS.map((field) => [columnOf(field), values[field]])) };
}

function columnOf(field: OutcomeField): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

const VALUE_COLUMNS = OUTCOME_FIELDS.map(columnOf);

const TYPES = [
  ...OUTCOME_TEXTS.map((field) => `${columnOf(field)} text`),
  ...OUTCOME_FLAGS.map((field) => `${columnOf(field)} boolean`),
  ...[...OUTCOME_SECONDS, ...OUTCOME_AMOUNTS].map((field) => `${columnOf(field)} numeric`),
  "ended_by call_ender",
];

const READ = `
select call_id as "callId", connection_id as "connectionId", standing,
  ${OUTCOME_FIELDS.map((field) => `${columnOf(field)}${isSeconds(field) ? "::float8" : ""} as "${field}"`).join(", ")}
from call_outcomes where call_id = any($1::uuid[])`;

const NAMES = `call_id, connection_id, campaign_id, started_at, standing, ${VALUE_COLUMNS.join(", ")}`;

const WRITE = `
insert into call_outcomes (${NAMES})
select ${NAMES} from json_to_recordset($1::text::json)
  as o(call_id uuid, connection_id uuid, campaign_id int, started_at timestamptz, standing jsonb, ${TYPES.join(", ")})
on conflict (call_id) do update set updated_at = now(),
  ${["campaign_id", "started_at", "standing", ...VALUE_COLUMNS].map((column) => `${column} = excluded.${column}`).join(", ")}`;

const COPY_TO_TASKS = `
update tasks set campaign_id = calls.campaign_id, started_at = calls.started_at, duration_seconds = calls.duration_seconds, updated_at = now()
from calls
where calls.id = any($1::uuid[]) and tasks.call_id = calls.id
  and (tasks.campaign_id, tasks.started_at, tasks.duration_seconds) is distinct from (calls.campaign_id, calls.started_at, calls.duration_seconds)`;

function isSeconds(field: OutcomeField): boolean {
  return OUTCOME_SECONDS.some((seconds) => seconds === field);
}
