import type { AuditListFilters } from "@/lib/audits/audit-list-filters";
import type { Viewer } from "@/lib/auth/viewer";
import { CALL_PROBLEMS, CONVERSION_GROUPS, QUALITY_GROUPS, type QualityFilters } from "@/lib/reports/quality/quality-filters";
import { explainSlowStatements } from "../harness/explain-slow-statements";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { type SeededAudits, seedAudits } from "../harness/seed-audits";
import { seedTasks } from "../harness/seed-tasks";
import { type Read, timeReads } from "../harness/time-reads";

const MUST_MS = 300;
const DAY_MS = 86_400_000;

/** Milliseconds of quality reports by everything, of all campaigns and of one, of an operator, an auditor, a month and an odd range. */
export async function measureQualityReport({ isQuick }: LineOptions): Promise<LineReport> {
  const [tasks, audits, repetitions] = isQuick ? [50_000, 11_000, 5] : [1_000_000, 222_300, 25];
  const { sql, dataDir, close } = await openBenchInstallation();
  const seededAt = performance.now();
  await seedTasks({ sql, count: tasks });
  const seeded = await seedAudits({ sql, count: audits });
  const seedSeconds = (performance.now() - seededAt) / 1_000 - seeded.factSeconds;
  const [counted] = await sql<{ audits: string; answers: string }[]>`
    select (select count(*) from quality_facts)::text as audits, (select count(*) from audit_answers)::text as answers`;
  await explainSlowStatements(sql, MUST_MS);
  // This connection too is from before: what is measured goes over one that logs its plans.
  await sql`select pg_terminate_backend(pg_backend_pid())`.catch(() => undefined);
  const figures = await timeReads({ sql, dataDir, mustMs: MUST_MS, repetitions, reads: await readsOf(seeded) });
  await close();
  const numbers = { audits: Number(counted?.audits).toLocaleString("en"), answers: Number(counted?.answers).toLocaleString("en") };
  return {
    figures,
    notes: [
      `${tasks.toLocaleString("en")} tasks of two years, ${numbers.audits} completed audits of them and ${numbers.answers} answers, made in ${Math.round(seedSeconds)} s; what reports count of an audit took ${((1_000 * seeded.factSeconds) / Number(counted?.audits)).toFixed(2)} ms each to be written by the function that triggers call. p95 of ${repetitions} calls of the verbs, from before the call to the rows in hand, the first of them with whatever the cache held. Nothing is summed up ahead.`,
    ],
  };
}

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const dayBefore = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10);
const ALL: QualityFilters = { from: dayBefore(731), to: dayBefore(0) };

async function readsOf({ campaignIds, operatorId, auditorId }: SeededAudits): Promise<Read[]> {
  const [large = 0, ...others] = campaignIds;
  const lastMonth = new Date(Date.UTC(new Date().getUTCFullYear(), new Date().getUTCMonth(), 0)).toISOString().slice(0, 10);
  const supervisor: Viewer = { ...ADMIN, role: "supervisor", campaignIds: others.slice(0, 5) };
  return [
    ...(await readsFor("everything", ADMIN, ALL)),
    ...(await readsFor("the largest campaign", ADMIN, { ...ALL, campaignIds: [large] })),
    ...(await readsFor("one operator", ADMIN, { ...ALL, operatorIds: [operatorId] })),
    ...(await readsFor("one auditor", ADMIN, { ...ALL, auditorIds: [auditorId] })),
    ...(await readsFor("one month", ADMIN, { from: `${lastMonth.slice(0, 7)}-01`, to: lastMonth })),
    ...(await readsFor("an odd range by people", ADMIN, { from: dayBefore(411), to: dayBefore(17), by: "person" })),
    ...(await readsFor("a supervisor of five campaigns", supervisor, ALL)),
    ...(await readsFor("an agent", { ...ADMIN, role: "agent", operatorId }, ALL)),
  ];
}

/** Every part of a report, each of the same audits. */
async function readsFor(of: string, viewer: Viewer, filters: QualityFilters): Promise<Read[]> {
  // Loaded now, since they connect to the database that was just found.
  const { getCalibration } = await import("@/lib/reports/quality/get-calibration");
  const { getHeatMap } = await import("@/lib/reports/quality/get-heat-map");
  const { getQualityConversion } = await import("@/lib/reports/quality/get-quality-conversion");
  const { getQualityReport } = await import("@/lib/reports/quality/get-quality-report");
  const { getQualityTrend } = await import("@/lib/reports/quality/get-quality-trend");
  const { getQuestionReport } = await import("@/lib/reports/quality/get-question-report");
  const { listProblemCalls } = await import("@/lib/reports/quality/list-problem-calls");
  const { listQualityChoices } = await import("@/lib/reports/quality/list-quality-choices");
  const asked = { viewer, filters };
  return [
    // Agents are not told who audits.
    ...QUALITY_GROUPS.filter((by) => by !== "auditor" || viewer.role !== "agent").map((by) => ({
      what: `by ${by}, ${of}`,
      read: async () => {
        const { rows, total } = await getQualityReport({ ...asked, by });
        return `${rows.length} rows of ${total.audits.toLocaleString("en")} audits`;
      },
    })),
    { what: `trend, ${of}`, read: async () => `${(await getQualityTrend(asked)).lines.length} lines` },
    { what: `questions, ${of}`, read: async () => `${(await getQuestionReport(asked)).length} rows` },
    { what: `heat map, ${of}`, read: async () => `${(await getHeatMap(asked)).operators.length} operators` },
    ...CALL_PROBLEMS.map((problem) => ({
      what: `calls to look at (${problem}), ${of}`,
      read: async () => `${(await listProblemCalls({ ...asked, problem })).total.toLocaleString("en")} calls`,
    })),
    ...CONVERSION_GROUPS.map((by) => ({
      what: `conversion by ${by}, ${of}`,
      read: async () => `${(await getQualityConversion({ ...asked, by })).length} rows`,
    })),
    { what: `what can be chosen, ${of}`, read: async () => `${(await listQualityChoices(asked)).operators.length} operators` },
    ...(viewer.role === "agent"
      ? []
      : [
          { what: `calibration, ${of}`, read: async () => `${(await getCalibration(asked)).calls.length} calls` },
          ...(await listsFor(of, viewer, filters)),
        ]),
  ];
}

/** The first pages of the lists that numbers open, those that are found in most different ways. */
async function listsFor(
  of: string,
  viewer: Viewer,
  { operatorIds = [], auditorIds = [], by, ...filters }: QualityFilters,
): Promise<Read[]> {
  const { listAudits } = await import("@/lib/audits/list-audits");
  const { getQuestionReport } = await import("@/lib/reports/quality/get-question-report");
  const { listOutcomeCalls } = await import("@/lib/reports/outcomes/list-outcome-calls");
  const [question] = await getQuestionReport({ viewer, filters });
  const done: AuditListFilters = {
    ...{ ...filters, operatorId: operatorIds[0], auditorId: auditorIds[0], maker: by ?? undefined },
    ...{ statuses: ["completed", "validated"], kinds: ["quality"] },
  };
  const lists: [string, AuditListFilters][] = [
    ["of calls, by people", { ...done, maker: "person", isOfTask: true }],
    ["that failed a question", { ...done, criterionKey: question?.key, answers: ["fails"] }],
    ["whose failure the machine missed", { ...done, criterionKey: question?.key, comparison: "missed", machineSource: "rule" }],
    ["that converted, scored below 50", { ...done, conversions: ["converted"], scoreTo: 49.99 }],
    ["calibrated by several", { ...done, kinds: ["calibration"], isCompared: true }],
  ];
  return [
    ...lists.map(([what, asked]) => ({
      what: `list of audits ${what}, ${of}`,
      read: async () => `${(await listAudits({ viewer, filters: asked })).items.length} audits`,
    })),
    {
      what: `list of audited outcomes, ${of}`,
      read: async () => `${(await listOutcomeCalls({ viewer, filters, subset: "audited" })).items.length} calls`,
    },
  ];
}
