import { z } from "zod";
import type { AuditListFilters } from "@/lib/audits/audit-list-filters";
import { storedDay } from "@/lib/stored-time";
import { UNKNOWN_OPERATOR } from "../tasks/search-params";
import type { AuditSearchParams } from "./search-params";

const MAX_INTEGER = 2_147_483_647;

/** The filters that the address asks for, in the terms of listAudits. What makes no sense narrows nothing. */
export function filtersOf(params: AuditSearchParams): AuditListFilters {
  const { q, campaign, operator, auditor, status, kind, channel, maker, result, critical, from, to, criterion, version } = params;
  const criterionKey = uuidOf(criterion);
  return {
    ...{ text: q.replaceAll("\0", "").slice(0, 200), statuses: status, kinds: kind, channels: channel },
    ...{ operatorId: uuidOf(operator), auditorId: uuidOf(auditor), from: dayOf(from), to: dayOf(to), criterionKey, answers: params.answer },
    ...{ hasNoOperator: operator === UNKNOWN_OPERATOR, versionId: uuidOf(version), taskId: uuidOf(params.task) },
    ...{ scoreFrom: params.scoreFrom ?? undefined, scoreTo: params.scoreTo ?? undefined, conversions: params.conversion },
    ...{ isOfTask: params.recorded ?? undefined, isCompared: params.compared ?? undefined },
    campaignIds: campaign.filter((id) => id > 0 && id <= MAX_INTEGER),
    maker: maker ?? undefined,
    result: result ?? undefined,
    hasCriticalFailure: critical ?? undefined,
    comparison: params.machine ?? undefined,
    machineSource: params.source ?? undefined,
  };
}

function uuidOf(text: string): string | undefined {
  return z.uuid().safeParse(text).data;
}

function dayOf(text: string): string | undefined {
  return storedDay.safeParse(text).data;
}
