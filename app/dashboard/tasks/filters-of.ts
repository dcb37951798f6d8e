import { z } from "zod";
import { startOfDate } from "@/lib/calls/start-of-date";
import { env } from "@/lib/env";
import type { TaskFilters } from "@/lib/tasks/task-filters";
import { type TaskSearchParams, UNKNOWN_OPERATOR } from "./search-params";

const MAX_INTEGER = 2_147_483_647;

/** The filters that the address asks for, in the terms of listTasks. What makes no sense narrows nothing. */
export function filtersOf(params: TaskSearchParams): TaskFilters {
  const { q, campaign, operator, status, direction, source, from, to, scoreFrom, scoreTo, tag } = params;
  return {
    text: q,
    campaignIds: campaign.filter((id) => id > 0 && id <= MAX_INTEGER),
    operatorIds: operator.filter((id) => z.uuid().safeParse(id).success),
    isOperatorUnknown: operator.includes(UNKNOWN_OPERATOR),
    statuses: status,
    directions: direction,
    sources: source,
    startedFrom: startOfDate({ date: from, timeZone: env.TIME_ZONE }) ?? undefined,
    scoreFrom: scoreFrom ?? undefined,
    scoreTo: scoreTo ?? undefined,
    tagIds: tag.filter((id) => z.uuid().safeParse(id).success),
    startedBefore: startOfDate({ date: to, timeZone: env.TIME_ZONE, plusDays: 1 }) ?? undefined,
  };
}
