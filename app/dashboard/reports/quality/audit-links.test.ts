import { beforeAll, expect, test } from "vitest";
import { listAudits } from "@/lib/audits/list-audits";
import type { Viewer } from "@/lib/auth/viewer";
import { getHeatMap } from "@/lib/reports/quality/get-heat-map";
import { getQualityConversion } from "@/lib/reports/quality/get-quality-conversion";
import { getQualityReport } from "@/lib/reports/quality/get-quality-report";
import { getQuestionReport } from "@/lib/reports/quality/get-question-report";
import { CONVERSION_GROUPS, QUALITY_GROUPS } from "@/lib/reports/quality/quality-filters";
import { AUDIT_MEASURES, QUALITY_MEASURES } from "@/lib/reports/quality/quality-order";
import { type AuditedCalls, makeAuditedCalls } from "@/lib/reports/quality/testing/make-audited-calls";
import { listTasks } from "@/lib/tasks/list-tasks";
import { filtersOf as auditFiltersOf } from "../../audits/filters-of";
import { loadAuditSearchParams } from "../../audits/search-params";
import { filtersOf as taskFiltersOf } from "../../tasks/filters-of";
import { loadTaskSearchParams } from "../../tasks/search-params";
import { auditsHref, conversionHref, measureHref } from "./audit-links";
import { filtersOf } from "./filters-of";
import { loadQualityReportParams } from "./search-params";

let made: AuditedCalls;
let viewers: Viewer[];
beforeAll(async () => {
  made = await makeAuditedCalls(90);
  const nobody = { userId: made.auditorIds[1] ?? "", campaignIds: made.campaignIds.slice(0, 1), operatorId: made.operatorIds[0] ?? null };
  viewers = (["admin", "supervisor", "auditor", "agent"] as const).map((role) => ({ ...nobody, role }));
});

/** How many audits or tasks the list at an address has, which is less than a page. */
async function countAt(href: string | null, viewer: Viewer): Promise<number> {
  const { pathname, searchParams } = new URL(href ?? "/none", "http://localhost");
  const page =
    pathname === "/dashboard/tasks"
      ? await listTasks({ viewer, filters: taskFiltersOf(loadTaskSearchParams(searchParams)), limit: 100 })
      : await listAudits({ viewer, filters: auditFiltersOf(loadAuditSearchParams(searchParams)), limit: 100 });
  expect(page.nextCursor).toBeNull();
  return page.items.length;
}

test("each number of a report leads to a list of as many audits, or calls, for whoever reads it", async () => {
  const days = "from=2026-10-01&to=2026-11-30";
  const addresses = [
    days,
    "from=2026-10-12&to=2026-11-03",
    `${days}&maker=person&channel=call`,
    `${days}&operator=${made.operatorIds[1]}&auditor=${made.auditorIds[0]}`,
    `${days}&campaign=${made.campaignIds[0]}&version=${made.versions[0]?.id}&maker=machine`,
  ];
  for (const viewer of viewers.filter(({ role }) => role !== "agent"))
    for (const address of addresses) {
      const filters = filtersOf(loadQualityReportParams(`?${address}`));
      for (const by of QUALITY_GROUPS) {
        const { rows, total } = await getQualityReport({ viewer, by, filters });
        for (const row of [null, ...rows.filter(({ audits }) => audits > 0).slice(0, 4)]) {
          const measures = row ?? total;
          for (const measure of QUALITY_MEASURES) {
            const href = measureHref(viewer, measure, filters, row && { by, row });
            // Tasks are listed by days of the installation's time zone, and the second campaign has another.
            if (href === null || measure === "average" || measure === "averageWithoutFail" || measure === "tasks") continue;
            const number = measure === "audits" || measure === "passed" || measure === "critical" ? measures[measure] : null;
            expect(await countAt(href, viewer), `${viewer.role} ${address} ${by} ${row?.value} ${measure}`).toBe(number);
          }
        }
      }
      for (const { key, applicable, failed } of await getQuestionReport({ viewer, filters })) {
        expect(await countAt(auditsHref(viewer, filters, { criterion: key, answer: "fails" }), viewer)).toBe(failed);
        expect(await countAt(auditsHref(viewer, filters, { criterion: key, answer: "complies" }), viewer)).toBe(applicable - failed);
      }
      const { operators, questions } = await getHeatMap({ viewer, filters });
      for (const { id, cells } of operators)
        for (const [index, { failed }] of cells.slice(0, 3).entries()) {
          const href = auditsHref(viewer, filters, { operator: id, criterion: questions[index]?.key, answer: "fails" });
          expect(await countAt(href, viewer)).toBe(failed);
        }
    }
});

test("agents, who have no list of audits, are led to their calls alone", async () => {
  const viewer = viewers.find(({ role }) => role === "agent");
  const filters = filtersOf(loadQualityReportParams("?from=2026-09-01&to=2026-12-31"));
  if (!viewer) throw new Error("There is no agent.");
  const { total } = await getQualityReport({ viewer, by: "week", filters });
  expect(await countAt(measureHref(viewer, "tasks", filters, null), viewer)).toBe(total.coverage?.tasks);
  for (const measure of AUDIT_MEASURES) expect(measureHref(viewer, measure, filters, null)).toBeNull();
});

test("calls and conversions lead to as many tasks, where a task has what is asked for", async () => {
  for (const viewer of viewers.filter(({ role }) => role !== "agent")) {
    const filters = filtersOf(loadQualityReportParams("?from=2026-09-01&to=2026-12-31"));
    const { total } = await getQualityReport({ viewer, by: "operator", filters });
    expect(await countAt(measureHref(viewer, "tasks", filters, null), viewer)).toBe(total.coverage?.tasks);
    for (const by of CONVERSION_GROUPS)
      for (const row of await getQualityConversion({ viewer, by, filters })) {
        const hrefs = [false, true].map((isConverted) => conversionHref(filters, { by, row, isConverted }) ?? "");
        expect(await Promise.all(hrefs.map((href) => countAt(href, viewer)))).toEqual([row.calls, row.converted]);
      }
    expect(conversionHref({ ...filters, by: "machine" }, { by: "band", row: BAND, isConverted: true })).toBeNull();
  }
});

const BAND = { value: "90", name: null, calls: 1, converted: 1, averageScore: 95, revenuePerCall: null };
