import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { listTasks } from "./list-tasks";
import type { TaskFilters } from "./task-filters";

const admin: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const OLD_TASKS = 10_500;
const NEW_TASKS = 4_500;

/** Task n is made in second n. The old ones all have an area code that no new one has; three have a number of their own; every 100th failed. */
beforeAll(async () => {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Sales", source: "anura" });
  await sqlClient`
    with numbered as (
      select n, uuidv7() as call_id, uuidv7() as recording_id, timestamptz '2026-01-01' + n * interval '1 second' as at,
        case when n in (7, 70, 700) then '+34600123456' when n <= ${OLD_TASKS} then '+549116795' || n else '+1202' || n end as number
      from generate_series(1, ${OLD_TASKS + NEW_TASKS}) n
    ), made_calls as (
      insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized,
        called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended, recording_status, recording_url)
      select call_id, ${campaignId}, 'anura', n::text, n::text, 'inbound', at, number, '', number, '', '', n, n, '', '', true, 'stored', 'https://x/'
      from numbered
    ), made_recordings as (
      insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial, silence_ratio)
      select recording_id, call_id, encode(sha256(n::text::bytea), 'hex'), 1, 'audio/wav', n, 1, 8000, false, 0 from numbered
    )
    insert into tasks (id, call_id, recording_id, campaign_id, source, direction, status, failure, started_at, duration_seconds,
      audio_identity_key, created_at)
    select uuidv7(), call_id, recording_id, ${campaignId}, 'anura', 'inbound', case when n % 100 = 0 then 'failed' else 'pending' end::task_status,
      case when n % 100 = 0 then 'It failed.' end, at, n, n::text, at
    from numbered`;
});

/** Which tasks a page holds, by their n. */
async function page(filters: TaskFilters, cursor: string | null = null) {
  const { items, nextCursor } = await listTasks({ viewer: admin, filters, cursor, limit: 3 });
  return { tasks: items.map(({ durationSeconds }) => durationSeconds), nextCursor };
}

test("digits that every task has give the newest first, page after page", async () => {
  const first = await page({ text: "202" });
  expect(first.tasks).toEqual([15_000, 14_999, 14_998]);
  expect((await page({ text: "202" }, first.nextCursor)).tasks).toEqual([14_997, 14_996, 14_995]);
});

test("a number that only tasks of long ago have is found", async () => {
  expect((await page({ text: "+34 600 123-456" })).tasks).toEqual([700, 70, 7]);
});

test("digits that many tasks have, but none of the newest thousands, are found", async () => {
  const first = await page({ text: "+549116795" });
  expect(first.tasks).toEqual([10_500, 10_499, 10_498]);
  expect((await page({ text: "+549116795" }, first.nextCursor)).tasks).toEqual([10_497, 10_496, 10_495]);
});

test("digits narrow what other filters leave, and a number that nobody has gives nothing", async () => {
  expect((await page({ text: "549116795", statuses: ["failed"] })).tasks).toEqual([10_500, 10_400, 10_300]);
  expect((await page({ text: "34600123456", statuses: ["failed"] })).tasks).toEqual([700]);
  expect((await page({ text: "999999999999" })).tasks).toEqual([]);
});
