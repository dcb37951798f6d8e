import type { TransactionSql } from "postgres";
import { listCallsToCalibrate } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { krippendorffAlpha, pairAgreement } from "./krippendorff-alpha";
import { type Fragment, isNoneOf, requireComparing } from "./quality-access";
import type { QualityFilters } from "./quality-filters";
import { averageOf } from "./quality-measures";
import { type Question, readQuestionBook } from "./question-counts";
import { readQuality } from "./read-quality";

/** An auditor beside the others of the same calls. Deviations are in points; `deviation` has its sign: more than 0 is milder than the others. */
export type CalibratedAuditor = { id: string; name: string; calls: number; deviation: number; absoluteDeviation: number };

/** A call that several auditors audited; `spread` is the highest score less the lowest. */
export type CalibratedCall = { taskId: string; campaignName: string; contactOn: string; auditors: number; average: number; spread: number };

/** `agreement` is the share of pairs of auditors that gave the same answer; `alpha` is Krippendorff's, null where it is not defined. */
export type CalibratedQuestion = Question & { calls: number; agreement: number; alpha: number | null };

export type Calibration = { auditors: CalibratedAuditor[]; calls: CalibratedCall[]; questions: CalibratedQuestion[] };

type GetCalibrationInput = { viewer: Viewer; filters: QualityFilters };

/**
 * How far auditors agree on the calls that several of them have audited to be compared, each without seeing the others'. Only for those who may
 * compare auditors, of campaigns that they see and calls that they have not still to calibrate; throws not-found for others. Campaigns, operators and days narrow it.
 */
export async function getCalibration({ viewer, filters }: GetCalibrationInput): Promise<Calibration> {
  requireComparing(viewer);
  const hidden = await listCallsToCalibrate(viewer);
  return readQuality(async (sql) => {
    const audits = await readAudits(sql, viewer, filters, hidden);
    const byCall = [...Map.groupBy(audits, ({ taskId }) => taskId).values()].filter((ofCall) => ofCall.length > 1);
    const questions = await readQuestions(sql, byCall.flat());
    return { auditors: compareAuditors(byCall), calls: compareCalls(byCall), questions };
  });
}

type FoundAudit = {
  auditId: string;
  taskId: string;
  versionId: string;
  auditorId: string;
  auditorName: string;
  campaignName: string;
  contactOn: string;
  /** In hundredths. */
  score: number;
};

async function readAudits(sql: TransactionSql, viewer: Viewer, filters: QualityFilters, hidden: string[]): Promise<FoundAudit[]> {
  const { from, to, campaignIds = [], operatorIds = [] } = filters;
  const isWanted = [
    ...(viewer.role === "admin" ? [] : [sql`a.campaign_id = any(${viewer.campaignIds}::int[])`]),
    ...(campaignIds.length > 0 ? [sql`a.campaign_id = any(${campaignIds}::int[])`] : []),
    ...(operatorIds.length > 0 ? [sql`a.operator_id = any(${operatorIds}::uuid[])`] : []),
  ].reduce<Fragment>((all, condition) => sql`${all} and ${condition}`, sql`a.contact_on between ${from}::date and ${to}::date`);
  return sql<FoundAudit[]>`
    select a.id as "auditId", a.task_id as "taskId", a.version_id as "versionId", a.auditor_id as "auditorId", u.name as "auditorName",
      c.name as "campaignName", a.contact_on::text as "contactOn", round(a.score * 100)::int as score
    from audits a join users u on u.id = a.auditor_id join campaigns c on c.id = a.campaign_id
    where a.kind = 'calibration' and a.status <> 'open' and ${isWanted}
      and ${isNoneOf(sql, sql`a.task_id`, hidden)} order by a.contact_on desc, a.task_id, u.name`;
}

function compareAuditors(byCall: FoundAudit[][]): CalibratedAuditor[] {
  const deviations = byCall.flatMap((ofCall) => {
    const sum = sumOf(ofCall);
    return ofCall.map((audit) => ({ ...audit, deviation: audit.score - (sum - audit.score) / (ofCall.length - 1) }));
  });
  return [...Map.groupBy(deviations, ({ auditorId }) => auditorId)]
    .map(([id, own]) => ({
      ...{ id, name: own[0]?.auditorName ?? "", calls: own.length },
      deviation:
        averageOf(
          own.reduce((sum, { deviation }) => sum + deviation, 0),
          own.length,
        ) ?? 0,
      absoluteDeviation:
        averageOf(
          own.reduce((sum, { deviation }) => sum + Math.abs(deviation), 0),
          own.length,
        ) ?? 0,
    }))
    .toSorted((one, other) => other.absoluteDeviation - one.absoluteDeviation || one.name.localeCompare(other.name));
}

function compareCalls(byCall: FoundAudit[][]): CalibratedCall[] {
  return byCall
    .flatMap((ofCall) =>
      ofCall.slice(0, 1).map(({ taskId, campaignName, contactOn }) => {
        const scores = ofCall.map(({ score }) => score);
        const spread = (Math.max(...scores) - Math.min(...scores)) / 100;
        return { taskId, campaignName, contactOn, auditors: ofCall.length, average: averageOf(sumOf(ofCall), ofCall.length) ?? 0, spread };
      }),
    )
    .toSorted((one, other) => other.spread - one.spread || (one.contactOn < other.contactOn ? 1 : -1));
}

function sumOf(audits: FoundAudit[]): number {
  return audits.reduce((sum, { score }) => sum + score, 0);
}

/** By question, the one with least agreement first. */
async function readQuestions(sql: TransactionSql, audits: FoundAudit[]): Promise<CalibratedQuestion[]> {
  const book = await readQuestionBook(sql, [...new Set(audits.map(({ versionId }) => versionId))]);
  const units = await sql<{ key: string; complied: number; failed: number; notApplicable: number }[]>`
    select c.key, (count(*) filter (where w.answer = 'complies'))::int as complied, (count(*) filter (where w.answer = 'fails'))::int as failed,
      (count(*) filter (where w.answer = 'not_applicable'))::int as "notApplicable"
    from unnest(${audits.map(({ auditId }) => auditId)}::uuid[], ${audits.map(({ taskId }) => taskId)}::uuid[]) as given(audit_id, task_id)
      join audit_answers w on w.audit_id = given.audit_id join criteria c on c.id = w.criterion_id
    group by c.key, given.task_id having count(w.answer) > 1`;
  const byKey = Map.groupBy(units, ({ key }) => key);
  return [...book.questions.values()]
    .flatMap((question) => {
      const counts = (byKey.get(question.key) ?? []).map(({ complied, failed, notApplicable }) => [complied, failed, notApplicable]);
      const agreement = pairAgreement(counts);
      return agreement === null ? [] : [{ ...question, calls: counts.length, agreement, alpha: krippendorffAlpha(counts) }];
    })
    .toSorted((one, other) => one.agreement - other.agreement);
}
