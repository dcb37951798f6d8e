import { z } from "zod";
import { startOfDate } from "@/lib/calls/start-of-date";
import { env } from "@/lib/env";
import { AMOUNT_PATTERN, type TaskFilters } from "@/lib/tasks/task-filters";
import { type TaskSearchParams, UNKNOWN_OPERATOR } from "./search-params";

const MAX_INTEGER = 2_147_483_647;

/** The filters that the address asks for, in the terms of listTasks. What makes no sense narrows nothing. */
export function filtersOf(params: TaskSearchParams): TaskFilters {
  const { q, campaign, operator, status, direction, source, from, to, scoreFrom, scoreTo, tag } = params;
  const { conversion, buyer, publisher, revenueFrom, revenueTo } = params;
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
    conversions: conversion,
    buyers: buyer,
    publishers: publisher,
    revenueFrom: amountOf(revenueFrom),
    revenueTo: amountOf(revenueTo),
    startedBefore: startOfDate({ date: to, timeZone: env.TIME_ZONE, plusDays: 1 }) ?? undefined,
  };
}

function amountOf(text: string | null): string | undefined {
  return text !== null && AMOUNT_PATTERN.test(text) ? text : undefined;
}
