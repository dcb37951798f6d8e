import type { Sql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import type { TaskFilters, TaskSort } from "@/lib/tasks/task-filters";
import { explainSlowStatements } from "../harness/explain-slow-statements";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { seedTasks } from "../harness/seed-tasks";
import { timeReads } from "../harness/time-reads";

const MUST_MS = 100;
const PAGE_SIZE = 100;
const DAY_MS = 24 * 3_600_000;

type Case = { what: string; filters?: TaskFilters; sort?: TaskSort; viewer?: Partial<Viewer>; isDeep?: boolean };

/** Milliseconds of listTasks with every filter, sort and role that may be slow, first pages and a page in the middle, a million tasks. */
export async function measureTaskList({ isQuick }: LineOptions): Promise<LineReport> {
  const [count, repetitions] = isQuick ? [50_000, 5] : [1_000_000, 25];
  const { sql, dataDir, close } = await openBenchInstallation();
  const seededAt = performance.now();
  await seedTasks({ sql, count });
  const seedSeconds = (performance.now() - seededAt) / 1_000;
  await explainSlowStatements(sql, MUST_MS);
  const { listTasks } = await import("@/lib/tasks/list-tasks");
  const { encodeTaskCursor } = await import("@/lib/tasks/task-cursor");

  const [middle] = await sql<{ id: string; createdAt: Date; startedAt: Date; durationSeconds: string }[]>`
    select id, created_at as "createdAt", started_at as "startedAt", duration_seconds as "durationSeconds" from tasks
    order by created_at, id offset ${Math.floor(count / 2)} limit 1`;
  if (!middle) throw new Error("there are no tasks");
  const values = { created: middle.createdAt, started: middle.startedAt, duration: Number(middle.durationSeconds), score: 85 };
  const reads = (await casesOf(sql)).map(
    ({ what, filters = {}, sort = { key: "created", order: "desc" } as const, viewer = {}, isDeep }) => {
      const cursor = isDeep ? encodeTaskCursor({ key: sort.key, value: values[sort.key], id: middle.id, side: "after" }) : null;
      const read = async () => {
        const { items } = await listTasks({ viewer: { ...ADMIN, ...viewer }, filters, sort, cursor, limit: PAGE_SIZE });
        return `${items.length} rows`;
      };
      return { what, read };
    },
  );
  const figures = await timeReads({ sql, dataDir, mustMs: MUST_MS, repetitions, reads });
  await close();
  return {
    figures,
    notes: [
      `${count.toLocaleString("en")} tasks with their calls and recordings, made in ${Math.round(seedSeconds)} s; p95 of ${repetitions} calls of listTasks for ${PAGE_SIZE} rows each, from before the call to the rows in hand, the first of them with whatever the cache held.`,
    ],
  };
}

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };

async function casesOf(sql: Sql): Promise<Case[]> {
  const byTasks = await sql<
    { id: string }[]
  >`select operator_id as id from tasks where operator_id is not null group by 1 order by count(*) desc, 1`;
  const [busy = "", idle = ""] = [byTasks[0]?.id, byTasks.at(-1)?.id];
  const campaigns = await sql<
    { id: number }[]
  >`select campaign_id as id from tasks where campaign_id > 2 group by 1 order by count(*) desc, 1`;
  const [large = 0, small = 0] = [campaigns[0]?.id, campaigns.at(-1)?.id];
  const some = campaigns.slice(20, 25).map(({ id }) => id);
  const [call] = await sql<
    { number: string }[]
  >`select calling as number from calls where direction = 'inbound' order by id desc offset 5000 limit 1`;
  const tags = await sql<{ id: string; name: string; campaignId: number }[]>`
    select id, match_key as name, campaign_id as "campaignId" from campaign_tags`;
  const tagsOf = (name: string, campaignId?: number) =>
    tags.filter((tag) => tag.name === name && (campaignId === undefined || tag.campaignId === campaignId)).map(({ id }) => id);
  const [file] = await sql<
    { name: string }[]
  >`select substring(recording_url from '[^/]+$') as name from calls order by id offset 4000 limit 1`;
  const best = { key: "score", order: "desc" } as const;
  const worst = { key: "score", order: "asc" } as const;
  const now = Date.now();
  const lastYear = { startedFrom: new Date(now - 400 * DAY_MS), startedBefore: new Date(now - 399 * DAY_MS) };
  const duration = { key: "duration", order: "desc" } as const;
  const started = { key: "started", order: "asc" } as const;
  return [
    { what: "no filter, first page" },
    { what: "no filter, from the middle", isDeep: true },
    { what: "by call start, oldest first", sort: started },
    { what: "by call start, from the middle", sort: started, isDeep: true },
    { what: "longest first", sort: duration },
    { what: "longest first, from the middle", sort: duration, isDeep: true },
    { what: "best score first", sort: best },
    { what: "worst score first", sort: worst },
    { what: "worst score first, from the middle", sort: worst, isDeep: true },
    { what: "the smallest campaign, worst score first", filters: { campaignIds: [small] }, sort: worst },
    { what: "the idlest operator, best score first", filters: { operatorIds: [idle] }, sort: best },
    { what: "scores from 60 to 70", filters: { scoreFrom: 60, scoreTo: 70 } },
    { what: "scores to 5 (few)", filters: { scoreTo: 5 } },
    { what: "scores to 5, longest first", filters: { scoreTo: 5 }, sort: duration },
    { what: "a common tag", filters: { tagIds: tagsOf("reviewed") } },
    { what: "a common tag, longest first", filters: { tagIds: tagsOf("reviewed") }, sort: duration },
    { what: "a rare tag that failed", filters: { tagIds: tagsOf("complaint"), statuses: ["failed"] } },
    { what: "a common tag of the smallest campaign", filters: { tagIds: tagsOf("reviewed", small) } },
    { what: "a rare tag", filters: { tagIds: tagsOf("complaint") } },
    { what: "a rare tag of one campaign, worst score first", filters: { tagIds: tagsOf("complaint", large) }, sort: worst },
    { what: "a rare tag and three digits", filters: { tagIds: tagsOf("complaint"), text: "777" } },
    { what: "a common tag and three digits", filters: { tagIds: tagsOf("reviewed"), text: "777" } },
    { what: "a recording's file", filters: { text: file?.name ?? "" } },
    { what: "a file that many names begin like", filters: { text: "9999" } },
    { what: "the largest campaign", filters: { campaignIds: [large] } },
    { what: "the largest campaign, from the middle", filters: { campaignIds: [large] }, isDeep: true },
    { what: "the smallest campaign", filters: { campaignIds: [small] } },
    { what: "a campaign that ended long ago", filters: { campaignIds: [2] } },
    { what: "five campaigns", filters: { campaignIds: some } },
    { what: "the smallest campaign, longest first", filters: { campaignIds: [small] }, sort: duration },
    { what: "the busiest operator", filters: { operatorIds: [busy] } },
    { what: "the idlest operator", filters: { operatorIds: [idle] } },
    { what: "operator unknown", filters: { isOperatorUnknown: true } },
    { what: "the idlest operator, longest first", filters: { operatorIds: [idle] }, sort: duration },
    { what: "pending", filters: { statuses: ["pending"] } },
    { what: "failed", filters: { statuses: ["failed"] } },
    { what: "failed, from the middle", filters: { statuses: ["failed"] }, isDeep: true },
    { what: "failed, longest first", filters: { statuses: ["failed"] }, sort: duration },
    { what: "failed, worst score first (all without)", filters: { statuses: ["failed"] }, sort: worst },
    { what: "completed, best score first (all without)", filters: { statuses: ["completed"] }, sort: best },
    { what: "completed or failed, best score first", filters: { statuses: ["completed", "failed"] }, sort: best },
    {
      what: "completed or failed, of the smallest campaign, best score first",
      filters: { statuses: ["completed", "failed"], campaignIds: [small] },
      sort: best,
    },
    { what: "pending or failed, longest first", filters: { statuses: ["pending", "failed"] }, sort: duration },
    { what: "failed, of the largest campaign, best score first", filters: { statuses: ["failed"], campaignIds: [large] }, sort: best },
    { what: "failed, of the smallest campaign, longest first", filters: { statuses: ["failed"], campaignIds: [small] }, sort: duration },
    { what: "failed, of the smallest campaign", filters: { statuses: ["failed"], campaignIds: [small] } },
    { what: "pending or failed, outbound", filters: { statuses: ["pending", "failed"], directions: ["outbound"] } },
    { what: "pending, by the idlest operator (none)", filters: { statuses: ["pending"], operatorIds: [idle] } },
    { what: "outbound", filters: { directions: ["outbound"] } },
    { what: "a rare source", filters: { sources: ["neotel"] } },
    { what: "a rare source that failed", filters: { sources: ["neotel"], statuses: ["failed"] } },
    { what: "a source without tasks", filters: { sources: ["net2phone"] } },
    { what: "one day last year", filters: lastYear },
    { what: "one day last year, longest first", filters: lastYear, sort: duration },
    { what: "one day last year, of the smallest campaign", filters: { ...lastYear, campaignIds: [small] } },
    { what: "one day last year, failed", filters: { ...lastYear, statuses: ["failed"] } },
    { what: "one whole number", filters: { text: call?.number ?? "" } },
    { what: "the end of a number", filters: { text: (call?.number ?? "").slice(-6) } },
    { what: "an area code that all have", filters: { text: "54911" } },
    { what: "a line that many called", filters: { text: "08001111117" } },
    { what: "three digits", filters: { text: "777" } },
    { what: "three digits, failed", filters: { text: "777", statuses: ["failed"] } },
    { what: "three digits, longest first", filters: { text: "777" }, sort: duration },
    { what: "three digits, of five campaigns", viewer: { role: "supervisor", campaignIds: some }, filters: { text: "777" } },
    { what: "an area code that all have, of an agent", viewer: { role: "agent", operatorId: idle }, filters: { text: "54911" } },
    { what: "a number that nobody has", filters: { text: "999999999999" } },
    { what: "part of a number, in the smallest campaign", filters: { text: "7777", campaignIds: [small] } },
    { what: "an operator's first name", filters: { text: "maria" } },
    { what: "an operator's whole name", filters: { text: "Núñez" } },
    { what: "a name that nobody has", filters: { text: "zzzz" } },
    { what: "a supervisor of five campaigns", viewer: { role: "supervisor", campaignIds: some } },
    { what: "a supervisor of one that ended", viewer: { role: "supervisor", campaignIds: [2] } },
    {
      what: "a supervisor of five campaigns, failed",
      viewer: { role: "supervisor", campaignIds: some },
      filters: { statuses: ["failed"] },
    },
    { what: "a supervisor of five campaigns, longest first", viewer: { role: "supervisor", campaignIds: some }, sort: duration },
    { what: "an agent", viewer: { role: "agent", operatorId: idle } },
    { what: "an agent, one day last year", viewer: { role: "agent", operatorId: idle }, filters: lastYear },
  ];
}
