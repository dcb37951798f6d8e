import type { Viewer } from "@/lib/auth/viewer";
import type { QualityFilters, QualityGroup } from "@/lib/reports/quality/quality-filters";
import type { QualityReportParams } from "../search-params";

/** What each part of a report is made of. */
export type PartProps = {
  viewer: Viewer;
  params: QualityReportParams;
  filters: QualityFilters;
  by: QualityGroup;
  /** The same report, shown otherwise. */
  here: (change: Partial<QualityReportParams>) => string;
};
