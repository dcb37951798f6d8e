import type { TransactionSql } from "postgres";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { canSeeMoney } from "@/lib/outcomes/can-see-money";
import { decodeCursor, encodeCursor, MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { auditedOutcomes } from "./audited-outcomes";
import { callsOfOperator } from "./calls-of-operator";
import { findOutcomeDays } from "./find-outcome-days";
import type { OutcomeMoney } from "./get-outcome-report";
import { visibleOutcomeCampaigns } from "./outcome-access";
import { type Fragment, isOfDays, OUTCOME_COLUMNS, outcomeFacts } from "./outcome-columns";
import { type CountedSubset, filteredFields, type OutcomeFilters, type OutcomeSubset } from "./outcome-filters";

/** A call with what came of it. `money` is null for those who may not know it; what is null in it the platform did not say. */
export type OutcomeCall = {
  id: string;
  taskId: string | null;
  startedAt: Date;
  campaignName: string;
  calling: string;
  publisher: string;
  publisherSub: string;
  buyer: string;
  target: string;
  durationSeconds: number;
  connectedSeconds: number | null;
  isConverted: boolean;
  isDuplicate: boolean;
  money: Record<keyof Pick<OutcomeMoney, "revenue" | "cost" | "payout">, string | null> | null;
};

export type OutcomeCallPage = Page<OutcomeCall> & {
  /** To be given as `before`; null when this is the first page. */
  previousCursor: string | null;
};

type ListOutcomeCallsInput = {
  viewer: Viewer;
  filters: OutcomeFilters;
  subset?: OutcomeSubset | null;
  /** `nextCursor` of the page before. A damaged one opens the first page. */
  after?: string | null;
  /** `previousCursor` of the page behind. */
  before?: string | null;
  limit?: number;
};

/** The calls behind a number of a report, the newest first: as many as the number says. Only those that the viewer may see, agents without money. */
export async function listOutcomeCalls(input: ListOutcomeCallsInput): Promise<OutcomeCallPage> {
  const { viewer, filters, subset = null, limit = 25 } = input;
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const before = decodeCursor(input.before ?? "");
  const place = before ?? decodeCursor(input.after ?? "");
  const isBackwards = before !== null;
  const found: FoundCall[] = await sqlClient.begin("isolation level repeatable read read only", async (sql): Promise<FoundCall[]> => {
    await sql`select set_config('plan_cache_mode', 'force_custom_plan', true), set_config('jit', 'off', true)`;
    const order = isBackwards ? sql`asc` : sql`desc`;
    const isBeyond = place
      ? sql`(o.started_at, o.call_id) ${isBackwards ? sql`>` : sql`<`} (${place.at}::timestamptz, ${place.id}::uuid)`
      : sql`true`;
    const page = sql`${isBeyond} and ${isWanted(sql, filters, subset)}
      order by o.started_at ${order}, o.call_id ${order} limit ${size + 1}`;
    const origin = await sourceFor(sql, { viewer, filters, subset, place: place?.at ?? null, isBackwards, count: size + 1, page });
    if (origin === null) return [];
    const rows = await sql<FoundCall[]>`
      with page as materialized (
        select o.call_id, o.started_at from ${origin.source} and ${page})
      select page.call_id as id, t.id as "taskId", page.started_at as "startedAt", k.name as "campaignName", c.calling, o.publisher_name as publisher,
        o.publisher_sub_id as "publisherSub", o.buyer_name as buyer, o.target_name as target, c.duration_seconds::float8 as "durationSeconds",
        o.connected_seconds::float8 as "connectedSeconds", o.converted is true as "isConverted", o.is_duplicate is true as "isDuplicate",
        o.revenue::text, o.cost::text, o.payout::text
      from page join call_outcomes o on o.call_id = page.call_id join calls c on c.id = page.call_id
        join campaigns k on k.id = o.campaign_id left join tasks t on t.call_id = page.call_id
      order by page.started_at ${order}, page.call_id ${order}`;
    return [...rows];
  });
  const calls = found.map(({ revenue, cost, payout, ...call }) => ({
    ...call,
    money: canSeeMoney(viewer) ? { revenue, cost, payout } : null,
  }));
  const kept = calls.slice(0, size);
  const items = isBackwards ? kept.reverse() : kept;
  const hasMore = calls.length > size;
  const cursorAt = (call: OutcomeCall | undefined) => (call ? encodeCursor({ at: call.startedAt, id: call.id }) : null);
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1)) : null,
    previousCursor: (isBackwards ? hasMore : place !== null) ? cursorAt(items[0]) : null,
  };
}

type FoundCall = Omit<OutcomeCall, "money"> & NonNullable<OutcomeCall["money"]>;
type SourceInput = Pick<ListOutcomeCallsInput, "viewer" | "filters"> & {
  subset: OutcomeSubset | null;
  place: Date | null;
  isBackwards: boolean;
  count: number;
  /** What makes a page of `o`: conditions, order and limit. */
  page: Fragment;
};

/** Where a page's calls are, as tables with `o` among them and the condition that they are the viewer's; null when there are none. In a box, since a piece of a statement that is awaited is sent. */
async function sourceFor(sql: TransactionSql, input: SourceInput): Promise<{ source: Fragment } | null> {
  const { viewer, filters, subset } = input;
  if (subset === "audited") return { source: auditedOutcomes(sql, { viewer, filters }) };
  const timeZone = env.TIME_ZONE;
  const isInRange = isOfDays(sql, { first: sql`${filters.from}::date`, last: sql`${filters.to}::date`, timeZone });
  if (viewer.role === "agent") {
    if (viewer.operatorId === null) return null;
    const isOfCampaign = filters.campaignIds?.length ? sql`and o.campaign_id = any(${filters.campaignIds}::int[])` : sql``;
    const { operatorId } = viewer;
    return {
      source: sql`${callsOfOperator(sql, { operatorId, filters, timeZone })} cross join lateral (
        select * from call_outcomes o where o.call_id = c.id and ${isInRange} ${isOfCampaign} offset 0) o where true`,
    };
  }
  const campaignIds = await visibleOutcomeCampaigns(sql, viewer, filters.campaignIds);
  if (campaignIds.length === 0) return null;
  const isNarrowed = filteredFields(filters).length > 0 || subset !== null;
  const days = isNarrowed ? await findOutcomeDays(sql, { ...input, subset, campaignIds, timeZone }) : null;
  if (days === null) {
    // Of each campaign as much as a page holds, by its own index: together they are in no order.
    const source = sql`unnest(${campaignIds}::int[]) as campaign(id) cross join lateral (
      select * from call_outcomes o where o.campaign_id = campaign.id and ${isInRange} and ${input.page}) o where true`;
    return { source };
  }
  const isOfDay = isOfDays(sql, { first: sql`span.day`, last: sql`span.day`, timeZone });
  return {
    source: sql`unnest(${days.map(({ campaignId }) => campaignId)}::int[], ${days.map(({ day }) => day)}::date[]) as span(campaign_id, day)
      cross join lateral (select * from call_outcomes o where o.campaign_id = span.campaign_id and ${isOfDay} offset 0) o where true`,
  };
}

/** As the report counts: by the same columns made of the same row. */
function isWanted(sql: TransactionSql, filters: OutcomeFilters, subset: OutcomeSubset | null): Fragment {
  const conditions = [
    ...filteredFields(filters).map(
      (field) => sql`${sql.unsafe(`s.${OUTCOME_COLUMNS[field]}`)} = any(${filters.values?.[field] ?? []}::text[])`,
    ),
    ...(filters.isWithoutDuplicates ? [sql`not s.is_duplicate`] : []),
    // What is audited is where the calls are looked for.
    ...(subset === null || subset === "audited" ? [] : [SUBSET_CONDITIONS[subset](sql)]),
  ];
  const isAll = conditions.reduce<Fragment>((all, condition) => sql`${all} and ${condition}`, sql`true`);
  return sql`(select ${isAll} from (select ${outcomeFacts(sql, env.TIME_ZONE)}) s)`;
}

const SUBSET_CONDITIONS: Record<CountedSubset, (sql: TransactionSql) => Fragment> = {
  connected: (sql) => sql`s.connected = 1`,
  converted: (sql) => sql`s.converted = 1`,
  duplicates: (sql) => sql`s.is_duplicate`,
};
