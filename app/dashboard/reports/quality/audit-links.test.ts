import { beforeAll, expect, test } from "vitest";
import { MACHINE_COMPARISONS, type MachineComparison } from "@/lib/audits/audit-list-filters";
import { listAudits } from "@/lib/audits/list-audits";
import { listAgreement } from "@/lib/audits/machine/list-agreement";
import type { Viewer } from "@/lib/auth/viewer";
import { getCalibration } from "@/lib/reports/quality/get-calibration";
import { getHeatMap } from "@/lib/reports/quality/get-heat-map";
import { getQualityConversion } from "@/lib/reports/quality/get-quality-conversion";
import { getQualityReport } from "@/lib/reports/quality/get-quality-report";
import { getQualityTrend } from "@/lib/reports/quality/get-quality-trend";
import { getQuestionReport } from "@/lib/reports/quality/get-question-report";
import { CONVERSION_GROUPS, QUALITY_GROUPS } from "@/lib/reports/quality/quality-filters";
import type { QualityMeasures } from "@/lib/reports/quality/quality-measures";
import { QUALITY_MEASURES, type QualityMeasure } from "@/lib/reports/quality/quality-order";
import { type AuditedCalls, makeAuditedCalls } from "@/lib/reports/quality/testing/make-audited-calls";
import { listTasks } from "@/lib/tasks/list-tasks";
import { filtersOf as auditFiltersOf } from "../../audits/filters-of";
import { loadAuditSearchParams } from "../../audits/search-params";
import { filtersOf as taskFiltersOf } from "../../tasks/filters-of";
import { loadTaskSearchParams } from "../../tasks/search-params";
import { agreementHref, auditsHref, calibrationsHref, conversionHref, measureHref, trendPointHref } from "./audit-links";
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
  return (await itemsAt(href, viewer)).length;
}

async function itemsAt(href: string | null, viewer: Viewer): Promise<object[]> {
  const { pathname, searchParams } = new URL(href ?? "/none", "http://localhost");
  const page =
    pathname === "/dashboard/tasks"
      ? await listTasks({ viewer, filters: taskFiltersOf(loadTaskSearchParams(searchParams)), limit: 100 })
      : await listAudits({ viewer, filters: auditFiltersOf(loadAuditSearchParams(searchParams)), limit: 100 });
  expect(page.nextCursor).toBeNull();
  return page.items;
}

test.each(["admin", "supervisor", "auditor"])(
  "each number of a report leads to a list of as many audits for a reader who is %s",
  async (role) => {
    const viewer = viewers.find((one) => one.role === role);
    if (!viewer) throw new Error(`There is no ${role}.`);
    const days = "from=2026-10-01&to=2026-11-30";
    const addresses = [
      days,
      "from=2026-10-12&to=2026-11-03",
      `${days}&maker=person&channel=call`,
      `${days}&operator=${made.operatorIds[1]}&auditor=${made.auditorIds[0]}`,
      `${days}&campaign=${made.campaignIds[0]}&version=${made.versions[0]?.id}&maker=machine`,
    ];
    for (const address of addresses) {
      const filters = filtersOf(loadQualityReportParams(`?${address}`));
      for (const by of QUALITY_GROUPS) {
        const { rows, total } = await getQualityReport({ viewer, by, filters });
        for (const row of [null, ...rows.filter(({ audits }) => audits > 0).slice(0, 2)]) {
          const measures = row ?? total;
          for (const measure of QUALITY_MEASURES) {
            const href = measureHref(measure, filters, row && { by, row });
            // Tasks are listed by days of the installation's time zone, and the second campaign has another.
            if (measure === "tasks") continue;
            const number = numberOf(measures, measure);
            if (number === null) continue;
            if (href === null) expect(number, `${address} ${measure}`).toBe(0);
            else expect(await countAt(href, viewer), `${viewer.role} ${address} ${by} ${row?.value} ${measure}`).toBe(number);
          }
        }
      }
      for (const { key, applicable, failed, agreed } of await getQuestionReport({ viewer, filters })) {
        expect(await countAt(auditsHref(filters, { criterion: key, machine: "agreed" }), viewer)).toBe(agreed);
        expect(await countAt(auditsHref(filters, { criterion: key, answer: ["fails"] }), viewer)).toBe(failed);
        expect(await countAt(auditsHref(filters, { criterion: key, answer: ["complies"] }), viewer)).toBe(applicable - failed);
      }
      for (const point of (await getQualityTrend({ viewer, filters })).lines.flatMap(({ points }) => points.slice(0, 3)))
        expect(await countAt(trendPointHref(filters, point), viewer), `${viewer.role} ${address} ${point.span.from}`).toBe(point.audits);
      const { operators, questions } = await getHeatMap({ viewer, filters });
      for (const { id, cells } of operators)
        for (const [index, { failed }] of cells.slice(0, 3).entries()) {
          const href = auditsHref(filters, { operator: id, criterion: questions[index]?.key, answer: ["fails"] });
          expect(await countAt(href, viewer)).toBe(failed);
        }
    }
  },
);

test("an auditor in the address opens nothing to an agent, who is not told who audits", async () => {
  const viewer = viewers.find(({ role }) => role === "agent");
  if (!viewer) throw new Error("There is no agent.");
  const filters = filtersOf(loadQualityReportParams("?from=2026-09-01&to=2026-12-31"));
  expect(await countAt(auditsHref(filters), viewer)).toBeGreaterThan(0);
  for (const id of made.auditorIds) expect(await countAt(auditsHref({ ...filters, auditorIds: [id] }), viewer)).toBe(0);
});

test.each(["admin", "supervisor", "auditor", "agent"])("calls and conversions open as many to a reader who is %s", async (role) => {
  const viewer = viewers.find((one) => one.role === role);
  if (!viewer) throw new Error(`There is no ${role}.`);
  const all = filtersOf(loadQualityReportParams("?from=2026-09-01&to=2026-12-31"));
  const { total } = await getQualityReport({ viewer, by: "week", filters: all });
  expect(await countAt(measureHref("tasks", all, null), viewer)).toBe(total.coverage?.tasks);
  for (const narrowed of ["", "&maker=machine", `&auditor=${made.auditorIds[0]}&channel=call`, `&version=${made.versions[2]?.id}`]) {
    const filters = filtersOf(loadQualityReportParams(`?from=2026-09-01&to=2026-12-31${narrowed}`));
    for (const by of CONVERSION_GROUPS)
      for (const row of await getQualityConversion({ viewer, by, filters })) {
        const hrefs = [false, true].map((isConverted) => conversionHref(filters, { by, row, isConverted }));
        expect(await Promise.all(hrefs.map((href) => countAt(href, viewer)))).toEqual([row.calls, row.converted]);
      }
  }
});

test("numbers of calibration lead to the calibrations of as many calls, and those of the machine to as many audits", async () => {
  for (const viewer of viewers.filter(({ role }) => role === "admin" || role === "supervisor"))
    for (const address of ["", `&operator=${made.operatorIds[1]}`, `&campaign=${made.campaignIds[0]}`]) {
      const filters = filtersOf(loadQualityReportParams(`?from=2026-09-01&to=2026-12-31${address}`));
      const { auditors, questions, calls } = await getCalibration({ viewer, filters });
      expect(calls).not.toEqual([]);
      for (const { id, calls: own } of auditors) expect(await countAt(calibrationsHref(filters, { auditor: id }), viewer)).toBe(own);
      for (const { key, calls: own } of questions) {
        const found = await itemsAt(calibrationsHref(filters, { criterion: key }), viewer);
        expect(new Set(found.map((audit) => "taskId" in audit && audit.taskId)).size).toBe(own);
      }
      for (const { taskId, auditors: own } of calls) expect(await countAt(calibrationsHref(filters, { task: taskId }), viewer)).toBe(own);
    }
  const [viewer] = viewers;
  const [campaignId = 0] = made.campaignIds;
  if (!viewer) throw new Error("There is no admin.");
  const days = { from: "2026-09-01", to: "2026-12-31" };
  const agreements = await listAgreement({ viewer, campaignId, ...days });
  expect(agreements).not.toEqual([]);
  for (const { key: criterion, source, ...counts } of agreements) {
    const countOf = (machine: MachineComparison) =>
      countAt(agreementHref({ campaignIds: [campaignId], ...days }, { criterion, source, machine }), viewer);
    expect(await Promise.all(MACHINE_COMPARISONS.map(countOf))).toEqual([
      ...[counts.comparedCount, counts.agreedCount, counts.missedFailureCount, counts.falseFailureCount],
    ]);
  }
});

/** How many of something a measure counts; null for averages. */
function numberOf({ coverage, ...measures }: QualityMeasures, measure: Exclude<QualityMeasure, "tasks">): number | null {
  if (measure === "average" || measure === "averageWithoutFail") return null;
  if (measure === "audits" || measure === "passed" || measure === "critical") return measures[measure];
  return coverage?.[measure] ?? null;
}
