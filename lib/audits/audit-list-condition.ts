import { and, eq, gte, ilike, inArray, isNotNull, isNull, lte, ne, type SQL, sql } from "drizzle-orm";
import { auditAnswers, audits, callOutcomes, criteria, operators, tasks } from "@/db/schema";
import { likePattern } from "@/lib/like-pattern";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import { conversionCondition } from "@/lib/outcomes/conversion-condition";
import type { Conversion } from "@/lib/outcomes/conversions";
import type { AuditListFilters, MachineComparison } from "./audit-list-filters";

/** What the list of audits is narrowed to, as a condition on `audits`. */
export function auditListCondition(filters: AuditListFilters): SQL | undefined {
  const { campaignIds = [], statuses = [], kinds = [], channels = [], maker, result, hasCriticalFailure } = filters;
  return and(
    filters.text ? named(filters.text) : undefined,
    campaignIds.length > 0 ? inArray(audits.campaignId, campaignIds) : undefined,
    filters.taskId ? eq(audits.taskId, filters.taskId) : undefined,
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
    filters.scoreFrom === undefined ? undefined : sql`${audits.score} >= ${filters.scoreFrom}::numeric`,
    filters.scoreTo === undefined ? undefined : sql`${audits.score} <= ${filters.scoreTo}::numeric`,
    filters.conversions?.length ? cameOf(filters.conversions) : undefined,
    filters.isOfTask ? isNotNull(audits.taskId) : undefined,
    filters.isCompared ? compared(filters.criterionKey) : undefined,
    filters.from ? gte(audits.contactOn, filters.from) : undefined,
    filters.to ? lte(audits.contactOn, filters.to) : undefined,
    filters.criterionKey ? answered(filters.criterionKey, filters) : undefined,
  );
}

/** Whether filters ask for what was answered, so that being in the list tells of it. */
export function asksForAnswers({ result, hasCriticalFailure, scoreFrom, scoreTo, isCompared, criterionKey }: AuditListFilters): boolean {
  return [result, hasCriticalFailure, scoreFrom, scoreTo, isCompared, criterionKey].some((asked) => asked !== undefined);
}

function named(text: string): SQL {
  const name = operatorMatchKey(text);
  const byOperator = sql`${audits.operatorId} in (select ${operators.id} from ${operators} where ${operators.matchKey} like ${likePattern(name)})`;
  const byReference = ilike(audits.reference, likePattern(text));
  return name === "" ? byReference : sql`(${byOperator} or ${byReference})`;
}

function cameOf(conversions: Conversion[]): SQL {
  return sql`exists (select from ${tasks} join ${callOutcomes} on ${callOutcomes.callId} = ${tasks.callId}
    where ${tasks.id} = ${audits.taskId} and ${conversionCondition(conversions)})`;
}

/** A completed calibration beside another's of the same call, or of the same question of it. */
function compared(criterionKey: string | undefined): SQL {
  const hasAnswer = criterionKey
    ? sql`and exists (select from audit_answers a join criteria c on c.id = a.criterion_id where a.audit_id = other.id and c.key = ${criterionKey}
        and a.answer is not null)`
    : sql``;
  return sql`(${audits.kind} = 'calibration' and ${audits.status} <> 'open' and exists (select from audits other
    where other.task_id = ${audits.taskId} and other.kind = 'calibration' and other.status <> 'open' and other.id <> ${audits.id} ${hasAnswer}))`;
}

/** The answer that counts, any without one given; and how a person's stands to the machine's. */
function answered(key: string, { answers, comparison, machineSource }: AuditListFilters): SQL {
  const isSo = and(
    answers?.length ? inArray(auditAnswers.answer, answers) : isNotNull(auditAnswers.answer),
    comparison ? COMPARISONS[comparison] : undefined,
    machineSource ? eq(auditAnswers.machineSource, machineSource) : undefined,
  );
  return sql`exists (select from ${auditAnswers} where ${auditAnswers.auditId} = ${audits.id} and ${isSo}
    and ${auditAnswers.criterionId} in (select ${criteria.id} from ${criteria} where ${criteria.key} = ${key}))`;
}

const BOTH_ANSWERED = sql`(${auditAnswers.answeredBy} is not null and ${auditAnswers.answer} is not null and ${auditAnswers.machineAnswer} is not null)`;

/** As lib/audits/machine/list-agreement.ts counts. */
const COMPARISONS: Record<MachineComparison, SQL> = {
  compared: BOTH_ANSWERED,
  agreed: sql`${BOTH_ANSWERED} and ${auditAnswers.answer} = ${auditAnswers.machineAnswer}`,
  missed: sql`${BOTH_ANSWERED} and ${auditAnswers.machineAnswer} <> 'fails' and ${auditAnswers.answer} = 'fails'`,
  false: sql`${BOTH_ANSWERED} and ${auditAnswers.machineAnswer} = 'fails' and ${auditAnswers.answer} <> 'fails'`,
};
