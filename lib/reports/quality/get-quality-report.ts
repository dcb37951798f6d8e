import type { TransactionSql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { countTasks } from "./count-tasks";
import { isCounted } from "./quality-access";
import { isGrain, type QualityFilters, type QualityGroup } from "./quality-filters";
import { measuresOf, type QualityMeasures, type QualitySums, qualitySums } from "./quality-measures";
import { readQuality } from "./read-quality";
import { type QualitySpan, spansOf } from "./spans-of";

/** One value of what a report is by. */
export type QualityRow = QualityMeasures & {
  /** A campaign's number, an operator's or auditor's id, or the first day of a time; empty where there is no operator, or no auditor but the machine. */
  value: string;
  /** Of the campaign, the operator or the auditor; null where there is none, and of times. */
  name: string | null;
  /** The days of a time. */
  span: QualitySpan | null;
};

export type QualityReport = { total: QualityMeasures; rows: QualityRow[] };

type GetQualityReportInput = { viewer: Viewer; by: QualityGroup; filters: QualityFilters };

/**
 * What the completed and validated quality audits that the filters leave amount to, as a whole and by one thing, exact up to the last commit:
 * an audit is in one row. Only what the viewer may see; by auditors not for agents, who get not-found. Rows come in no order but of times, and those of tasks without audits are there too.
 */
export async function getQualityReport({ viewer, by, filters }: GetQualityReportInput): Promise<QualityReport> {
  if (by === "auditor" && viewer.role === "agent") throw new AppError("not_found", "There is no such report.");
  const spans = isGrain(by) ? spansOf(by, filters) : [];
  return readQuality(async (sql) => {
    const found = await readSums(sql, { viewer, by, filters }, spans);
    const tasks = await countTasks(sql, { viewer, by, filters, spans });
    // One who audits may be asked for by themselves; then there is nothing to be covered.
    const allTasks = tasks && [...tasks.values()].reduce((sum, count) => sum + count, 0);
    const total = found.find(({ value }) => value === null);
    const rows = new Map(found.flatMap((row) => (row.value === null ? [] : [[row.value, row]])));
    const values = isGrain(by) ? spans.map((span) => span.from) : [...new Set([...rows.keys(), ...(tasks?.keys() ?? [])])];
    const names = await readNames(sql, by, values);
    return {
      total: measuresOf(total, allTasks),
      rows: values.map((value, index) => ({
        ...{ value, name: names.get(value) ?? null, span: spans[index] ?? null },
        ...measuresOf(rows.get(value), tasks && (tasks.get(value) ?? 0)),
      })),
    };
  });
}

type FoundSums = QualitySums & { value: string | null };

/** The rows, and one whose value is null with the total. */
async function readSums(sql: TransactionSql, { viewer, by, filters }: GetQualityReportInput, spans: QualitySpan[]): Promise<FoundSums[]> {
  const starts = spans.map((span) => span.from);
  const value = isGrain(by)
    ? sql`width_bucket(f.contact_on, ${starts}::date[])`
    : sql.unsafe({ campaign: "f.campaign_id", operator: "f.operator_id", auditor: "f.auditor_id" }[by]);
  const named = isGrain(by) ? sql`(${starts}::text[])[value]` : sql`coalesce(value::text, '')`;
  return sql<FoundSums[]>`
    with sums as materialized (
      select ${value} as value, ${qualitySums(sql)} from quality_facts f where ${isCounted(sql, viewer, filters)} group by 1)
    select ${named} as value, audits, score, "scoreWithoutFail", passed, critical, "byMachine", "byPeople", validated from sums
    union all
    select null, sum(audits), sum(score), sum("scoreWithoutFail"), sum(passed), sum(critical), sum("byMachine"), sum("byPeople"), sum(validated)
    from sums having count(*) > 0`;
}

async function readNames(sql: TransactionSql, by: QualityGroup, values: string[]): Promise<Map<string, string>> {
  if (isGrain(by)) return new Map();
  const table = { campaign: "campaigns", operator: "operators", auditor: "users" }[by];
  const rows = await sql<{ id: string; name: string }[]>`
    select id::text, name from ${sql(table)} where id = any(${values.filter((value) => value !== "")}::${sql.unsafe(by === "campaign" ? "int" : "uuid")}[])`;
  return new Map(rows.map(({ id, name }) => [id, name]));
}
