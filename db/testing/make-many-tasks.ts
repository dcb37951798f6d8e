import { sqlClient } from "../client";

/**
 * So many calls with recordings and tasks in one statement, for what a few do not show. Task n is made in second n of 2026, lasts n seconds,
 * and is of the operator given, or of nobody.
 */
export async function makeManyTasks({
  campaignId,
  count,
  operatorId = null,
}: {
  campaignId: number;
  count: number;
  operatorId?: string | null;
}) {
  await sqlClient`
    with numbered as (
      select n, uuidv7() as call_id, uuidv7() as recording_id, gen_random_uuid()::text as mark,
        timestamptz '2026-01-01' + n * interval '1 second' as at
      from generate_series(1, ${count}) n
    ), made_calls as (
      insert into calls (id, campaign_id, operator_id, source, identity_key, external_id, direction, started_at, calling, called,
        calling_normalized, called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended,
        recording_status, recording_url)
      select call_id, ${campaignId}, ${operatorId}, 'anura', mark, mark, 'inbound', at, '+1202' || n, '', '+1202' || n, '', '', n, n, '', '',
        true, 'stored', 'https://recordings.example.com/' || mark
      from numbered
    ), made_recordings as (
      insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial, silence_ratio)
      select recording_id, call_id, encode(sha256(mark::bytea), 'hex'), 1, 'audio/wav', n, 1, 8000, false, 0 from numbered
    )
    insert into tasks (id, call_id, recording_id, campaign_id, operator_id, source, direction, started_at, duration_seconds,
      audio_identity_key, created_at)
    select uuidv7(), call_id, recording_id, ${campaignId}, ${operatorId}, 'anura', 'inbound', at, n, mark, at from numbered`;
}
