import { and, eq, gte, ilike, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import { auditAnswers, audits, criteria, operators } from "@/db/schema";
import { likePattern } from "@/lib/like-pattern";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import type { AuditListFilters } from "./audit-list-filters";

/** What the list of audits is narrowed to, as a condition on `audits`. */
export function auditListCondition(filters: AuditListFilters): SQL | undefined {
  const { campaignIds = [], statuses = [], kinds = [], channels = [], maker, result, hasCriticalFailure } = filters;
  return and(
    filters.text ? named(filters.text) : undefined,
    campaignIds.length > 0 ? inArray(audits.campaignId, campaignIds) : undefined,
    filters.operatorId ? eq(audits.operatorId, filters.operatorId) : undefined,
    filters.hasNoOperator ? isNull(audits.operatorId) : undefined,
    filters.versionId ? eq(audits.versionId, filters.versionId) : undefined,
    filters.auditorId ? eq(audits.auditorId, filters.auditorId) : undefined,
    statuses.length > 0 ? inArray(audits.status, statuses) : undefined,
    kinds.length > 0 ? inArray(audits.kind, kinds) : undefined,
    channels.length > 0 ? inArray(audits.channel, channels) : undefined,
    maker && (maker === "machine" ? isNull(audits.auditorId) : isNotNull(audits.auditorId)),
    result && and(ne(audits.status, "open"), sql`${audits.score} ${result === "passed" ? sql`>=` : sql`<`} ${audits.passingScore}`),
    hasCriticalFailure === undefined ? undefined : eq(audits.hasCriticalFailure, hasCriticalFailure),
    filters.from ? gte(audits.contactOn, filters.from) : undefined,
    filters.to ? lte(audits.contactOn, filters.to) : undefined,
    filters.criterionKey ? answered(filters.criterionKey, filters.answer) : undefined,
  );
}

function named(text: string): SQL {
  const name = operatorMatchKey(text);
  const byOperator = sql`${audits.operatorId} in (select ${operators.id} from ${operators} where ${operators.matchKey} like ${likePattern(name)})`;
  const byReference = ilike(audits.reference, likePattern(text));
  return name === "" ? byReference : sql`(${byOperator} or ${byReference})`;
}

/** The answer that counts; without one given, any. */
function answered(key: string, answer: AuditListFilters["answer"]): SQL {
  const isSo = answer ? eq(auditAnswers.answer, answer) : isNotNull(auditAnswers.answer);
  return sql`exists (select from ${auditAnswers} where ${auditAnswers.auditId} = ${audits.id} and ${isSo}
    and ${auditAnswers.criterionId} in (select ${criteria.id} from ${criteria} where ${criteria.key} = ${key}))`;
}
