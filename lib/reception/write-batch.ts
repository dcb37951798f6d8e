import { hash } from "node:crypto";
import type { TransactionSql } from "postgres";
import type { CallRow } from "./call-row";
import type { SettledDelivery } from "./delivery-draft";
import { storableJson } from "./storable-json";

type Batch = { deliveries: SettledDelivery[]; insertedCalls: CallRow[]; updatedCalls: CallRow[] };

/** Writes a batch of deliveries, new calls and changed calls in one statement, whatever their number. */
export async function writeBatch(transaction: TransactionSql, { deliveries, insertedCalls, updatedCalls }: Batch): Promise<void> {
  const parameters = [deliveries.map(deliveryColumns), insertedCalls.map(callColumns), updatedCalls.map(callColumns)];
  // Begun here and not by the await: what is sent after it builds on it.
  await transaction.unsafe(STATEMENT, parameters.map(storableJson), { prepare: true }).execute();
}

const CALL_NAMES = `id, campaign_id, source, identity_key, facts_key, external_id, direction, started_at, calling, called, calling_normalized,
  called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended, recording_status, recording_url`;

const CALL_TYPES = `id uuid, campaign_id int, source source, identity_key text, facts_key text, external_id text, direction direction,
  started_at timestamptz, calling text, called text, calling_normalized text, called_normalized text, disposition text,
  duration_seconds numeric, billable_seconds numeric, extension text, operator_name text, is_ended boolean,
  recording_status recording_status, recording_url text`;

const DELIVERY_NAMES = `id, received_at, source, verdict, reason, problems, warnings, response_status, event_kind, campaign_id, call_id,
  call_key, api_key_id, remote_address, content_type, headers, replay_of`;

const DELIVERY_TYPES = `id uuid, received_at timestamptz, source source, verdict verdict, reason text, problems jsonb, warnings jsonb,
  response_status smallint, event_kind text, campaign_id int, call_id uuid, call_key text, api_key_id uuid, remote_address text,
  content_type text, headers jsonb, replay_of uuid, raw text, raw_sha256 text`;

// A call whose address changed starts its way anew: the relay hands it on again, and its attempts count from zero.
const STATEMENT = `
with inserted as (
  insert into calls (${CALL_NAMES}) select ${CALL_NAMES} from json_to_recordset($2::text::json) as c(${CALL_TYPES})
), updated as (
  update calls set
    campaign_id = c.campaign_id, identity_key = c.identity_key, external_id = c.external_id, direction = c.direction, started_at = c.started_at, calling = c.calling,
    called = c.called, calling_normalized = c.calling_normalized, called_normalized = c.called_normalized, disposition = c.disposition,
    duration_seconds = c.duration_seconds, billable_seconds = c.billable_seconds, extension = c.extension,
    operator_name = c.operator_name, is_ended = c.is_ended, recording_status = c.recording_status, recording_url = c.recording_url,
    updated_at = now(),
    recording_failure = case when c.recording_status = 'unavailable' then calls.recording_failure end,
    dispatched_at = case when calls.recording_url is not distinct from c.recording_url then calls.dispatched_at end,
    next_attempt_at = case when calls.recording_url is not distinct from c.recording_url then calls.next_attempt_at end,
    recording_attempt_count = case when calls.recording_url is not distinct from c.recording_url then calls.recording_attempt_count else 0 end
  from json_to_recordset($3::text::json) as c(${CALL_TYPES}) where calls.id = c.id
)
insert into deliveries (${DELIVERY_NAMES}, raw, raw_sha256)
select ${DELIVERY_NAMES}, decode(raw, 'base64'), decode(raw_sha256, 'hex') from json_to_recordset($1::text::json) as d(${DELIVERY_TYPES})`;

function deliveryColumns({ draft, receipt, responseStatus }: SettledDelivery) {
  return {
    id: draft.id,
    received_at: draft.receivedAt,
    source: draft.source,
    verdict: receipt.verdict,
    reason: receipt.reason,
    problems: draft.problems,
    warnings: draft.warnings,
    response_status: responseStatus,
    event_kind: draft.eventKind,
    campaign_id: draft.campaignId,
    call_id: receipt.callId,
    call_key: draft.callKey,
    api_key_id: draft.apiKeyId,
    remote_address: draft.remoteAddress,
    content_type: draft.contentType,
    headers: draft.headers,
    replay_of: draft.replayOf,
    raw: draft.raw.toString("base64"),
    raw_sha256: hash("sha256", draft.raw, "hex"),
  };
}

function callColumns(call: CallRow) {
  return {
    id: call.id,
    campaign_id: call.campaignId,
    source: call.source,
    identity_key: call.identityKey,
    facts_key: call.factsKey,
    external_id: call.externalId,
    direction: call.direction,
    started_at: call.startedAt,
    calling: call.calling,
    called: call.called,
    calling_normalized: call.callingNormalized,
    called_normalized: call.calledNormalized,
    disposition: call.disposition,
    duration_seconds: call.durationSeconds,
    billable_seconds: call.billableSeconds,
    extension: call.extension,
    operator_name: call.operatorName,
    is_ended: call.isEnded,
    recording_status: call.recordingStatus,
    recording_url: call.recordingUrl,
  };
}
