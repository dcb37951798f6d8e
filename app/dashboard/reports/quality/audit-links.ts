import type { AnswerSource } from "@/db/enums";
import type { MachineComparison } from "@/lib/audits/audit-list-filters";
import { CONVERSIONS } from "@/lib/outcomes/conversions";
import type { TrendPoint } from "@/lib/reports/quality/break-trend";
import type { ConversionRow } from "@/lib/reports/quality/get-quality-conversion";
import type { QualityRow } from "@/lib/reports/quality/get-quality-report";
import { type ConversionGroup, type QualityFilters, type QualityGroup, SCORE_BANDS } from "@/lib/reports/quality/quality-filters";
import type { QualityMeasure } from "@/lib/reports/quality/quality-order";
import { type AuditSearchParams, countedAuditsHref } from "../../audits/search-params";
import { taskListHref, UNKNOWN_OPERATOR } from "../../tasks/search-params";

/** What of the list of audits a number of a report counts, besides the filters. */
type Counted = Partial<Omit<AuditSearchParams, "campaign" | "auditor" | "version" | "from" | "to" | "q" | "size" | "page">>;

/** The list of the audits that a number counts: of the completed and validated ones, as many as it says. */
export function auditsHref(filters: QualityFilters, counted: Counted = {}): string {
  const { campaignIds = [], operatorIds = [], auditorIds = [], versionIds = [], from, to, by, channel } = filters;
  return countedAuditsHref({
    ...{ campaign: campaignIds, channel: channel ? [channel] : [], maker: by, from, to },
    ...{ operator: operatorIds[0] ?? "", auditor: auditorIds[0] ?? "", version: versionIds[0] ?? "" },
    ...counted,
  });
}

/** The audits that a point of the trend counts. */
export function trendPointHref(filters: QualityFilters, { span, versionId }: TrendPoint): string {
  return auditsHref({ ...filters, ...span, versionIds: versionId === null ? filters.versionIds : [versionId] });
}

/** Where a number of a row leads, or of all rows with null; null where the filters leave nothing that it could count. */
export function measureHref(
  measure: QualityMeasure,
  filters: QualityFilters,
  of: { by: QualityGroup; row: QualityRow } | null,
): string | null {
  const narrowed = of === null ? filters : narrowTo(filters, of.by, of.row);
  if (measure === "tasks") return tasksHref(narrowed);
  const counted = COUNTED[measure];
  const isNone = counted.maker && narrowed.by && counted.maker !== narrowed.by;
  return isNone ? null : auditsHref(narrowed, counted);
}

const COUNTED: Record<Exclude<QualityMeasure, "tasks">, Counted> = {
  audits: {},
  average: {},
  averageWithoutFail: {},
  passed: { result: "passed" },
  critical: { critical: true },
  byMachine: { maker: "machine", recorded: true },
  byPeople: { maker: "person", recorded: true },
  validated: { status: ["validated"], recorded: true },
};

/** The filters that leave what one row counts. */
export function narrowTo(filters: QualityFilters, by: QualityGroup, { value, span }: QualityRow): QualityFilters {
  if (span !== null) return { ...filters, ...span };
  if (by === "campaign") return { ...filters, campaignIds: [Number(value)] };
  if (by === "operator") return { ...filters, operatorIds: [value || UNKNOWN_OPERATOR] };
  return value === "" ? { ...filters, by: "machine" } : { ...filters, auditorIds: [value] };
}

function tasksHref({ campaignIds = [], operatorIds = [], from, to }: QualityFilters): string {
  return taskListHref("/dashboard/tasks", { campaign: campaignIds, operator: operatorIds, from, to });
}

type ConversionOf = { by: ConversionGroup; row: ConversionRow; isConverted: boolean };

/** The audits that a number of conversions counts. */
export function conversionHref(filters: QualityFilters, { by, row, isConverted }: ConversionOf): string {
  const next = SCORE_BANDS.find((band) => band > Number(row.value));
  const band = { scoreFrom: Number(row.value), scoreTo: next === undefined ? 100 : next - 0.01 };
  return auditsHref(filters, {
    conversion: isConverted ? ["converted"] : [...CONVERSIONS],
    ...(by === "band" ? band : { operator: row.value || UNKNOWN_OPERATOR }),
  });
}

/** The audits in which a person and the machine both answered a question, and how. */
export function agreementHref(
  { campaignIds, from, to }: QualityFilters,
  { criterion, source, machine }: { criterion: string; source: AnswerSource; machine: MachineComparison },
): string {
  return auditsHref({ campaignIds, from, to }, { criterion, source, machine });
}

/** The calibrations behind a number: of an auditor, with an answer to a question, or of one call, each beside others' of the same call. */
export function calibrationsHref(
  { campaignIds, operatorIds, from, to }: QualityFilters,
  { auditor, ...counted }: Pick<Counted, "criterion" | "task"> & { auditor?: string },
): string {
  const filters = { campaignIds, operatorIds, auditorIds: auditor === undefined ? [] : [auditor], from, to };
  return auditsHref(filters, { ...counted, kind: ["calibration"], compared: true });
}
