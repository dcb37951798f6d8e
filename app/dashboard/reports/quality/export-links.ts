import type { QualityTable } from "@/lib/reports/quality/quality-tables";
import { type QualityReportParams, qualityReportHref } from "./search-params";

const PATH = "/dashboard/reports/quality/export";

/** Where a table of the report at an address, or with pdf the whole of it, is to be had as a file. */
export function exportHref(params: QualityReportParams, format: "csv" | "xlsx" | "pdf", table: QualityTable): string {
  const href = qualityReportHref(PATH, { ...params, all: false, allCalls: false });
  return `${href}${href.includes("?") ? "&" : "?"}format=${format}${format === "pdf" ? "" : `&table=${table}`}`;
}
