import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { CONTACT_CHANNELS, ROLES } from "@/db/enums";
import { AUDIT_MAKERS } from "@/lib/audits/audit-list-filters";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { getHeatMap } from "./get-heat-map";
import { getQualityReport } from "./get-quality-report";
import { getQualityTrend } from "./get-quality-trend";
import { getQuestionReport } from "./get-question-report";
import { QUALITY_GROUPS, type QualityFilters, type QualityGroup } from "./quality-filters";
import { type AuditedCalls, makeAuditedCalls } from "./testing/make-audited-calls";

let made: AuditedCalls;
beforeAll(async () => {
  made = await makeAuditedCalls(160);
});

const FOREVER = { from: "2026-09-01", to: "2026-12-31" };

/** Which of quality audits, named `a`, count: said again in plain SQL. */
function plainCondition(viewer: Viewer, { campaignIds, operatorIds, auditorIds, versionIds, from, to, by, channel }: QualityFilters) {
  const any = (column: string, values: (string | number)[] | undefined) =>
    values?.length ? `${column}::text in (${values.map((value) => `'${value}'`).join(", ")})` : "true";
  const isVisible = {
    admin: "true",
    supervisor: `a.campaign_id in (${[...viewer.campaignIds, -1].join(", ")})`,
    auditor: `a.campaign_id in (${[...viewer.campaignIds, -1].join(", ")})`,
    agent: `a.operator_id::text = '${viewer.operatorId}' and ${auditorIds?.length ? "false" : "true"}`,
  }[viewer.role];
  return [
    ...["a.kind = 'quality'", "a.status in ('completed', 'validated')", isVisible, `a.contact_on >= '${from}'`, `a.contact_on <= '${to}'`],
    ...[
      any("a.campaign_id", campaignIds),
      any("a.operator_id", operatorIds),
      any("a.auditor_id", auditorIds),
      any("a.version_id", versionIds),
    ],
    ...[by ? `(a.auditor_id is null) = ${by === "machine"}` : "true", channel ? `a.channel = '${channel}'` : "true"],
  ].join(" and ");
}

const VALUES: Record<QualityGroup, string> = {
  campaign: "a.campaign_id::text",
  operator: "coalesce(a.operator_id::text, '')",
  auditor: "coalesce(a.auditor_id::text, '')",
  day: "a.contact_on::text",
  week: "greatest(date_trunc('week', a.contact_on)::date, '{from}')::text",
  month: "greatest(date_trunc('month', a.contact_on)::date, '{from}')::text",
};

async function plainReport(viewer: Viewer, by: QualityGroup, filters: QualityFilters) {
  return sqlClient.unsafe<
    { value: string; audits: number; average: number; without: number; passed: number; critical: number; covered: number[] }[]
  >(`
    select ${VALUES[by].replace("{from}", filters.from)} as value, count(*)::int as audits, round(avg(a.score), 2)::float8 as average,
      round(avg(a.score_without_fail), 2)::float8 as without, (count(*) filter (where a.score >= a.passing_score))::int as passed,
      (count(*) filter (where a.has_critical_failure))::int as critical,
      array[count(*) filter (where a.task_id is not null and a.auditor_id is null), count(*) filter (where a.task_id is not null and a.auditor_id is not null),
        count(*) filter (where a.task_id is not null and a.status = 'validated')]::int[] as covered
    from audits a where ${plainCondition(viewer, filters)} group by 1 order by 1`);
}

/** Tasks by what a report is by, in plain SQL: of their campaign's days. */
async function plainTasks(viewer: Viewer, by: QualityGroup, filters: QualityFilters) {
  const ofTasks = `(select t.id, 'quality' as kind, 'completed' as status, t.campaign_id, t.operator_id, null::uuid as auditor_id, null as version_id,
    'call' as channel, (t.started_at at time zone coalesce(c.time_zone, '${env.TIME_ZONE}'))::date as contact_on
    from tasks t join campaigns c on c.id = t.campaign_id) a`;
  const condition = plainCondition(viewer, { ...filters, by: null });
  const rows = await sqlClient.unsafe<{ value: string; tasks: number }[]>(
    `select ${VALUES[by].replace("{from}", filters.from)} as value, count(*)::int as tasks from ${ofTasks} where ${condition} group by 1`,
  );
  return new Map(rows.map(({ value, tasks }) => [value, tasks]));
}

const some = <Value>(values: Value[]) => fc.option(fc.subarray(values, { minLength: 1 }), { nil: undefined });
const day = fc
  .integer({ min: 0, max: 70 })
  .map((offset) => new Date(Date.parse("2026-09-25") + offset * 86_400_000).toISOString().slice(0, 10));
const question = fc.record({
  by: fc.constantFrom(...QUALITY_GROUPS),
  role: fc.constantFrom(...ROLES),
  own: fc.nat({ max: 2 }),
  campaigns: some([0, 1]),
  operators: some([0, 1, 2]),
  auditors: some([0, 1]),
  versions: some([0, 1, 2, 3]),
  days: fc.tuple(day, day).map((days) => days.sort()),
  maker: fc.option(fc.constantFrom(...AUDIT_MAKERS)),
  channel: fc.option(fc.constantFrom(...CONTACT_CHANNELS), { freq: 1 }),
});

function at<Value>(values: Value[], places: number[] | undefined): Value[] | undefined {
  return places?.flatMap((place) => values[place] ?? []);
}

type Asked = typeof question extends fc.Arbitrary<infer Value> ? Value : never;

function askedOf({ role, own, campaigns, operators, auditors, versions, days, maker, channel }: Asked) {
  const viewer: Viewer = {
    userId: made.auditorIds[0] ?? "",
    role,
    campaignIds: at(made.campaignIds, [own]) ?? [],
    operatorId: made.operatorIds[own] ?? null,
  };
  const filters: QualityFilters = {
    ...{
      campaignIds: at(made.campaignIds, campaigns),
      operatorIds: at(made.operatorIds, operators),
      auditorIds: at(made.auditorIds, auditors),
    },
    ...{ versionIds: at(made.versions, versions)?.map(({ id }) => id), from: days[0] ?? "", to: days[1] ?? "", by: maker, channel },
  };
  return { viewer, filters };
}

test("a report says what plain SQL over the audits and tasks says, by whatever it is, however it is filtered, for every role", async () => {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { by } = asked;
      const { viewer, filters } = askedOf(asked);
      if (viewer.role === "agent" && by === "auditor") {
        await expect(getQualityReport({ viewer, by, filters })).rejects.toMatchObject({ code: "not_found" });
        return;
      }
      const { rows, total } = await getQualityReport({ viewer, by, filters });
      const found = rows
        .filter(({ audits }) => audits > 0)
        .map(({ value, audits, average, averageWithoutFail, passed, critical }) => ({
          value,
          audits,
          average,
          without: averageWithoutFail,
          passed,
          critical,
        }));
      const plain = await plainReport(viewer, by, filters);
      expect(found.toSorted((one, other) => (one.value < other.value ? -1 : 1))).toEqual(plain.map(({ covered: _, ...row }) => row));
      expect(total.audits).toBe(plain.reduce((sum, { audits }) => sum + audits, 0));
      expect(total.passed).toBe(plain.reduce((sum, { passed }) => sum + passed, 0));
      const hasCoverage =
        by !== "auditor" && !filters.auditorIds && !filters.versionIds && (!filters.channel || filters.channel === "call");
      expect(total.coverage !== null).toBe(hasCoverage);
      if (!hasCoverage) return;
      const tasks = await plainTasks(viewer, by, filters);
      const covered = new Map(plain.map((row) => [row.value, row.covered]));
      for (const { value, coverage } of rows) {
        const [byMachine = 0, byPeople = 0, validated = 0] = covered.get(value) ?? [];
        expect(coverage).toEqual({ tasks: tasks.get(value) ?? 0, byMachine, byPeople, validated });
      }
      expect(total.coverage?.tasks).toBe([...tasks.values()].reduce((sum, count) => sum + count, 0));
      expect([...tasks.keys()].filter((value) => !rows.some((row) => row.value === value))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test("questions, the heat map and the trend count the same answers as plain SQL, by the question and not by its version", async () => {
  await fc.assert(
    fc.asyncProperty(question, async (asked) => {
      const { viewer, filters } = askedOf(asked);
      const condition = plainCondition(viewer, filters);
      const answers = `from audits a join audit_answers w on w.audit_id = a.id join criteria c on c.id = w.criterion_id where ${condition}`;
      const counts = `(count(*) filter (where w.answer <> 'not_applicable'))::int as applicable, (count(*) filter (where w.answer = 'fails'))::int as failed`;
      const plain = await sqlClient.unsafe(`
        select c.key, ${counts}, (count(*) filter (where w.answered_by is not null and w.machine_answer is not null))::int as compared,
          (count(*) filter (where w.answered_by is not null and w.machine_answer = w.answer))::int as agreed ${answers} group by 1 order by 1`);
      const found = await getQuestionReport({ viewer, filters });
      const rows = found.map(({ key, applicable, failed, compared, agreed }) => ({ key, applicable, failed, compared, agreed }));
      expect(rows.toSorted((one, other) => (one.key < other.key ? -1 : 1))).toEqual([...plain]);

      const cells = await sqlClient.unsafe<{ operator: string; key: string; applicable: number; failed: number }[]>(
        `select a.operator_id as operator, c.key, ${counts} ${answers} and a.operator_id is not null group by 1, 2 order by 1, 2`,
      );
      const map = await getHeatMap({ viewer, filters });
      const drawn = map.operators.flatMap(({ id, cells: own }) =>
        own.map((cell, index) => ({ operator: id, key: map.questions[index]?.key ?? "", ...cell })),
      );
      const isSaid = ({ applicable }: { applicable: number }) => applicable !== 0;
      expect(drawn.filter(isSaid).toSorted((one, other) => (one.operator + one.key < other.operator + other.key ? -1 : 1))).toEqual(
        cells.filter(isSaid),
      );

      const [all] = await sqlClient.unsafe(`select count(*)::int as audits from audits a where ${condition}`);
      const { lines } = await getQualityTrend({ viewer, filters });
      expect(lines.flatMap(({ points }) => points).reduce((sum, { audits }) => sum + audits, 0)).toBe(all?.audits);
    }),
    { numRuns: 80 },
  );
});

test("what the others are held against is there: of every status and kind, in both campaigns, by hand and of calls", async () => {
  const [counted] = await sqlClient`
    select count(distinct (kind, status, campaign_id))::int as kinds, count(*) filter (where task_id is null and status <> 'open') > 0 as "hasByHand",
      count(*) filter (where auditor_id is null and status = 'validated') > 0 as "hasMachine" from audits`;
  expect(counted).toEqual({ kinds: 12, hasByHand: true, hasMachine: true });
});

test("a question has the words of the newest version in which it was asked", async () => {
  const viewer: Viewer = { userId: "", role: "admin", campaignIds: [], operatorId: null };
  const rows = await getQuestionReport({ viewer, filters: { ...FOREVER, campaignIds: made.campaignIds.slice(0, 1) } });
  expect(rows.map(({ question: text }) => text).sort()).toEqual(
    [0, 1, 3, 4, 5, 6]
      .map((number) => `Question ${number} of version 2?`)
      .concat("Question 2 of version 1?")
      .sort(),
  );
});
