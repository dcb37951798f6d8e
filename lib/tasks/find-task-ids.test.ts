import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { listTasks } from "./list-tasks";
import type { TaskFilters, TaskSort } from "./task-filters";

const admin: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const OLD_TASKS = 10_500;
const NEW_TASKS = 4_500;

let campaignIds: number[] = [];
/** Borne by every fifth task, by every 700th, by the oldest thousand, and by nobody. */
const tags = { common: randomUUID(), rare: randomUUID(), old: randomUUID(), unused: randomUUID() };

/**
 * Task n is made in second n. The old ones all have an area code that no new one has; three have a number of their own, and two another that
 * ends alike; every 100th failed, every third is of another campaign.
 */
beforeAll(async () => {
  const made = await Promise.all(["Sales", "Support"].map((name) => createCampaign({ actor: "system", name, source: "anura" })));
  campaignIds = made.map(({ id }) => id);
  await sqlClient`
    with numbered as (
      select n, uuidv7() as call_id, uuidv7() as recording_id, timestamptz '2026-01-01' + n * interval '1 second' as at,
        (${campaignIds}::int[])[case when n % 3 = 0 then 2 else 1 end] as campaign,
        case when n in (7, 70, 700) then '+34600123456' when n in (8, 80) then '+99600123456' when n <= ${OLD_TASKS} then '+549116795' || n else '+1202' || n end as number
      from generate_series(1, ${OLD_TASKS + NEW_TASKS}) n
    ), made_calls as (
      insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized,
        called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended, recording_status, recording_url)
      select call_id, campaign, 'anura', n::text, n::text, 'inbound', at, number, '', number, '', '', n, n, '', '', true, 'stored', 'https://x/'
      from numbered
    ), made_recordings as (
      insert into recordings (id, call_id, sha256, size_bytes, media_type, duration_seconds, channel_count, sample_rate_hz, is_partial, silence_ratio)
      select recording_id, call_id, encode(sha256(n::text::bytea), 'hex'), 1, 'audio/wav', n, 1, 8000, false, 0 from numbered
    )
    insert into tasks (id, call_id, recording_id, campaign_id, source, direction, status, failure, started_at, duration_seconds,
      audio_identity_key, created_at)
    select uuidv7(), call_id, recording_id, campaign, 'anura', 'inbound', case when n % 100 = 0 then 'failed' else 'pending' end::task_status,
      case when n % 100 = 0 then 'It failed.' end, at, n, n::text, at
    from numbered`;
  await sqlClient`
    insert into campaign_tags (id, campaign_id, name, match_key)
    select id, ${campaignIds[0] ?? 0}, id::text, id::text from unnest(${Object.values(tags)}::uuid[]) as id`;
  await sqlClient`
    insert into task_tags (task_id, tag_id)
    select id, ${tags.common}::uuid from tasks where duration_seconds % 5 = 0
    union all select id, ${tags.rare} from tasks where duration_seconds % 700 = 0
    union all select id, ${tags.old} from tasks where duration_seconds <= 1000`;
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

/** What is looked for in each of the ways there are: it fills the page from the front, soon after, through an index, or nowhere at all. */
const LOOKED_FOR: Record<string, TaskFilters> = {
  "a common tag": { tagIds: [tags.common] },
  "a rare tag": { tagIds: [tags.rare] },
  "a tag of long ago": { tagIds: [tags.old] },
  "a tag that none bears": { tagIds: [tags.unused] },
  "any of three tags": { tagIds: [tags.rare, tags.old, tags.unused] },
  "a common tag and digits that few have": { tagIds: [tags.common], text: "345" },
  "a rare tag and digits of all the old": { tagIds: [tags.rare], text: "549116795" },
  "a tag of long ago and digits of all the old": { tagIds: [tags.old], text: "549116795" },
  "digits that few have": { text: "345" },
  "digits that very few have": { text: "34567" },
  "digits of all the old": { text: "549116795" },
  "a whole number that ends like another": { text: "34600123456" },
  "digits and a status": { text: "79", statuses: ["failed"] },
};
const SORTS: TaskSort[] = [
  { key: "created", order: "desc" },
  { key: "created", order: "asc" },
  { key: "duration", order: "desc" },
];

for (const [what, filters] of Object.entries(LOOKED_FOR))
  test(`${what}: two pages, small or large, are those of a plain look at every task, whoever looks and however they are sorted`, async () => {
    const meant = await lookAtEach(filters);
    const viewers: [Viewer, number[]][] = [
      [admin, meant],
      [{ ...admin, role: "auditor", campaignIds }, meant],
      [{ ...admin, role: "auditor", campaignIds: campaignIds.slice(1) }, meant.filter((n) => n % 3 === 0)],
    ];
    for (const [viewer, visible] of viewers)
      for (const sort of SORTS)
        for (const limit of [3, 100]) {
          const expected = sort.order === "asc" ? visible : visible.toReversed();
          const first = await listTasks({ viewer, filters, sort, limit });
          const second = first.nextCursor ? await listTasks({ viewer, filters, sort, limit, cursor: first.nextCursor }) : null;
          const found = [...first.items, ...(second?.items ?? [])].map(({ durationSeconds }) => durationSeconds);
          expect(found, `${sort.key} ${sort.order}, ${limit}`).toEqual(expected.slice(0, 2 * limit));
        }
  });

/** The n of all tasks that are meant, ascending, by a query that uses nothing of ours. */
async function lookAtEach({ text = "", tagIds = [], statuses = [] }: TaskFilters): Promise<number[]> {
  const rows = await sqlClient<{ n: number }[]>`
    select tasks.duration_seconds::int as n from tasks join calls on calls.id = tasks.call_id
    where position(${text} in calls.calling_normalized) > 0
      and (${tagIds.length} = 0 or exists (select from task_tags where task_id = tasks.id and tag_id = any(${tagIds}::uuid[])))
      and (${statuses.length} = 0 or tasks.status = any(${statuses}::task_status[])) order by n`;
  return rows.map(({ n }) => n);
}
