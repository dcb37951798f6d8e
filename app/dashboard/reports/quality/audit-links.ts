import type { Answer } from "@/db/enums";
import { canAudit } from "@/lib/audits/audit-access";
import type { AuditResult } from "@/lib/audits/audit-list-filters";
import type { Viewer } from "@/lib/auth/viewer";
import type { ConversionRow } from "@/lib/reports/quality/get-quality-conversion";
import type { QualityRow } from "@/lib/reports/quality/get-quality-report";
import { type ConversionGroup, type QualityFilters, type QualityGroup, SCORE_BANDS } from "@/lib/reports/quality/quality-filters";
import type { QualityMeasure } from "@/lib/reports/quality/quality-order";
import { auditListHref } from "../../audits/search-params";
import { taskListHref, UNKNOWN_OPERATOR } from "../../tasks/search-params";

/** What of the list of audits a number of a report counts, besides the filters. */
type Counted = {
  /** `unknown`: contacts without an operator. */
  operator?: string;
  result?: AuditResult;
  isCritical?: boolean;
  criterion?: string;
  answer?: Answer;
};

/**
 * The list of the audits that a number counts: of the completed and validated ones, as many as it says. Null for agents, who have no list of
 * audits: it tells who audits.
 */
export function auditsHref(
  viewer: Viewer,
  filters: QualityFilters,
  { operator, result, isCritical, criterion, answer }: Counted = {},
): string | null {
  if (!canAudit(viewer)) return null;
  const { campaignIds = [], operatorIds = [], auditorIds = [], versionIds = [], from, to, by, channel } = filters;
  return auditListHref("/dashboard/audits", {
    ...{
      campaign: campaignIds,
      status: ["completed", "validated"],
      kind: ["quality"],
      channel: channel ? [channel] : [],
      maker: by,
      from,
      to,
    },
    ...{ operator: operator ?? operatorIds[0] ?? "", auditor: auditorIds[0] ?? "", version: versionIds[0] ?? "" },
    ...{ result, critical: isCritical || null, criterion, answer },
  });
}

/** Where a number of a row leads, or of all rows with null; null where no list has what it counts. */
export function measureHref(
  viewer: Viewer,
  measure: QualityMeasure,
  filters: QualityFilters,
  of: { by: QualityGroup; row: QualityRow } | null,
): string | null {
  const narrowed = of === null ? filters : narrowTo(filters, of.by, of.row);
  if (measure === "tasks") return tasksHref(narrowed);
  // How much of all calls: a share, which has no list of its own.
  if (measure === "byMachine" || measure === "byPeople" || measure === "validated") return null;
  return auditsHref(viewer, narrowed, { result: measure === "passed" ? "passed" : undefined, isCritical: measure === "critical" });
}

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

/** The list of tasks that a number of conversions counts; null where the filters ask for something that tasks do not have. */
export function conversionHref(filters: QualityFilters, { by, row, isConverted }: ConversionOf): string | null {
  const { campaignIds = [], operatorIds = [], auditorIds = [], versionIds = [], from, to } = filters;
  if (auditorIds.length > 0 || versionIds.length > 0 || filters.by || (filters.channel && filters.channel !== "call")) return null;
  const next = SCORE_BANDS.find((band) => band > Number(row.value));
  return taskListHref("/dashboard/tasks", {
    ...{ campaign: campaignIds, from, to, status: ["audited", "validated"] },
    operator: by === "operator" ? [row.value || UNKNOWN_OPERATOR] : operatorIds,
    ...(by === "band" ? { scoreFrom: Number(row.value), scoreTo: next === undefined ? 100 : next - 0.01 } : {}),
    conversion: isConverted ? ["converted"] : ["converted", "not_converted", "unknown"],
  });
}
