import type { SortLink } from "@/components/data-table/data-table";
import type { Viewer } from "@/lib/auth/viewer";
import { QUALITY_GROUPS, type QualityGroup } from "@/lib/reports/quality/quality-filters";
import { type QualitySort, type QuestionSort, usualSort } from "@/lib/reports/quality/quality-order";
import type { QualityReportParams } from "./search-params";

type Here = (change: Partial<QualityReportParams>) => string;

/** What a report can be by: agents are one operator, and are not told who audits. */
export function groupsFor({ role }: Viewer): QualityGroup[] {
  return role === "agent" ? ["day", "week", "month", "campaign"] : [...QUALITY_GROUPS];
}

/** What the report is by: what the address says, if the viewer may have it. */
export function groupOf({ by }: QualityReportParams, viewer: Viewer): QualityGroup {
  const groups = groupsFor(viewer);
  return groups.find((group) => group === by) ?? (viewer.role === "agent" ? "week" : "operator");
}

export function sortOf({ sort, order }: QualityReportParams, by: QualityGroup): QualitySort {
  return sort === null ? usualSort(by) : { key: sort, order };
}

/** Where a header leads: a first press sorts from high to low, the next turns the order round. */
export function sortLinkOf<Key extends string>(
  key: Key,
  current: { key: Key; order: "asc" | "desc" },
  hrefOf: (key: Key, order: "asc" | "desc") => string,
): SortLink {
  const isCurrent = key === current.key;
  const order = isCurrent && current.order === "desc" ? "asc" : "desc";
  return { href: hrefOf(key, order), direction: isCurrent ? (current.order === "desc" ? "descending" : "ascending") : null };
}

/** The sort links of the two tables of a report. */
export function sortLinks(params: QualityReportParams, by: QualityGroup, here: Here) {
  const questions: QuestionSort = { key: params.questionSort, order: params.questionOrder };
  return {
    groups: (key: QualitySort["key"]) => sortLinkOf(key, sortOf(params, by), (sort, order) => here({ sort, order })),
    questions: (key: QuestionSort["key"]) =>
      sortLinkOf(key, questions, (questionSort, questionOrder) => here({ questionSort, questionOrder })),
  };
}
