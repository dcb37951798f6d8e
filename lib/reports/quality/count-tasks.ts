import type { ISql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import type { Fragment } from "./quality-access";
import { isGrain, type QualityFilters, type QualityGroup } from "./quality-filters";
import type { QualitySpan } from "./spans-of";

type CountTasksInput = {
  viewer: Viewer;
  by: QualityGroup | null;
  filters: QualityFilters;
  /** The times of a report by times. */
  spans: QualitySpan[];
};

/**
 * How many tasks began in the days of a report, each in its campaign's time zone, by what the report is by; with by null, all under "". Null
 * where the filters ask for something that tasks do not have: an auditor, a version, a contact that is no call.
 */
export async function countTasks(sql: ISql, { viewer, by, filters, spans }: CountTasksInput): Promise<Map<string, number> | null> {
  const { auditorIds = [], versionIds = [], channel } = filters;
  if (by === "auditor" || auditorIds.length > 0 || versionIds.length > 0 || (channel && channel !== "call")) return null;
  const zones = await listZones(sql, viewer, filters);
  const counts = new Map<string, number>();
  for (const zone of zones) {
    for (const { value, tasks } of await countOfZone(sql, { viewer, by, filters, spans }, zone))
      counts.set(value, (counts.get(value) ?? 0) + tasks);
  }
  return counts;
}

type TaskCount = { value: string; tasks: number };

/** Campaigns by when their days begin. `isAll`: there are no others. */
type Zone = { zone: string; campaignIds: number[]; isAll: boolean };

async function listZones(sql: ISql, { role, campaignIds }: Viewer, { campaignIds: wanted = [] }: QualityFilters): Promise<Zone[]> {
  const isVisible = role === "admin" || role === "agent" ? sql`true` : sql`id = any(${campaignIds}::int[])`;
  return sql<Zone[]>`
    select coalesce(time_zone, ${env.TIME_ZONE}) as zone, array_agg(id) as "campaignIds", count(*) = (select count(*) from campaigns) as "isAll"
    from campaigns where ${isVisible} and (${wanted.length === 0} or id = any(${wanted}::int[])) group by 1`;
}

async function countOfZone(
  sql: ISql,
  { viewer, by, filters, spans }: CountTasksInput,
  { zone, campaignIds, isAll }: Zone,
): Promise<TaskCount[]> {
  const { from, to } = filters;
  const operatorIds = operatorsOf(viewer, filters);
  if (by !== null && isGrain(by)) return countOfTimes(sql, { zone, spans, operatorIds, campaignIds: isAll ? null : campaignIds });
  const isWanted = [
    ...(isAll ? [] : [sql`t.campaign_id = any(${campaignIds}::int[])`]),
    ...(operatorIds === null ? [] : [sql`t.operator_id = any(${operatorIds}::uuid[])`]),
  ].reduce<Fragment>(
    (all, condition) => sql`${all} and ${condition}`,
    sql`t.started_at >= outcome_day_start(${from}::date, ${zone}) and t.started_at < outcome_day_start(${to}::date + 1, ${zone})`,
  );
  const value = by === "campaign" ? sql`t.campaign_id` : by === "operator" ? sql`t.operator_id` : sql`''`;
  return sql<TaskCount[]>`
    select coalesce(value::text, '') as value, tasks from (
      select ${value} as value, count(*)::float8 as tasks from tasks t where ${isWanted} group by 1) counted`;
}

type CountOfTimesInput = { zone: string; spans: QualitySpan[]; campaignIds: number[] | null; operatorIds: string[] | null };

/** Time by time, each a piece of an index: quicker than to find the time of every task. */
async function countOfTimes(sql: ISql, { zone, spans, campaignIds, operatorIds }: CountOfTimesInput): Promise<TaskCount[]> {
  const campaigns = campaignIds === null ? sql`` : sql`cross join unnest(${campaignIds}::int[]) as campaign(id)`;
  const operators = operatorIds === null ? sql`` : sql`cross join unnest(${operatorIds}::uuid[]) as operator(id)`;
  const isOfCampaign = campaignIds === null ? sql`` : sql`and t.campaign_id = campaign.id`;
  const isOfOperator = operatorIds === null ? sql`` : sql`and t.operator_id = operator.id`;
  return sql<TaskCount[]>`
    with times as materialized (
      select first::text as value, outcome_day_start(first, ${zone}) as start, outcome_day_start(last + 1, ${zone}) as next
      from unnest(${spans.map(({ from }) => from)}::date[], ${spans.map(({ to }) => to)}::date[]) as span(first, last))
    select value, sum(counted.tasks)::float8 as tasks from times ${campaigns} ${operators} cross join lateral (
      select count(*) as tasks from tasks t where t.started_at >= start and t.started_at < next ${isOfCampaign} ${isOfOperator}) counted
    group by 1`;
}

/** Null: of whatever operator, and of none. */
function operatorsOf({ role, operatorId }: Viewer, { operatorIds = [] }: QualityFilters): string[] | null {
  if (role !== "agent") return operatorIds.length === 0 ? null : operatorIds;
  return operatorId !== null && (operatorIds.length === 0 || operatorIds.includes(operatorId)) ? [operatorId] : [];
}
