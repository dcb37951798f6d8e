import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { averageOf } from "../quality/quality-measures";
import { readQuality } from "../quality/read-quality";
import { auditedOutcomes } from "./audited-outcomes";
import { OUTCOME_COLUMNS, outcomeFacts } from "./outcome-columns";
import { fieldsOf, type OutcomeBreakdown, type OutcomeFilters } from "./outcome-filters";
import { hasValues } from "./outcome-parts";

/** Of the audited calls among those that a row of outcomes counts. */
export type OutcomeQuality = { audits: number; average: number };

/** By what a row is of; `total` is null where no call was audited. */
export type OutcomeQualities = {
  total: OutcomeQuality | null;
  of: (row: { value: string; detail: string | null }) => OutcomeQuality | null;
};

type GetOutcomeQualityInput = { viewer: Viewer; by: OutcomeBreakdown; filters: OutcomeFilters };

/**
 * The average score of completed and validated quality audits beside the outcomes of a report, by the same thing and with the same filters. Only
 * of audits that the viewer may see.
 */
export async function getOutcomeQuality({ viewer, by, filters }: GetOutcomeQualityInput): Promise<OutcomeQualities> {
  const rows = await readQuality((sql) => {
    const [field, detailField] = fieldsOf(by);
    const columnOf = (name: keyof typeof OUTCOME_COLUMNS | undefined) => (name ? sql.unsafe(`s.${OUTCOME_COLUMNS[name]}`) : sql`null`);
    const value = by === "day" ? sql`s.day` : by === "campaign" ? sql`s.campaign_id` : columnOf(field);
    return sql<FoundQuality[]>`
      select value::text, detail::text, grouping(value) = 1 as "isTotal", count(*)::float8 as audits, sum(score)::float8 as score
      from (
        select ${value} as value, ${columnOf(detailField)} as detail, s.score from (
          select ${outcomeFacts(sql, env.TIME_ZONE)}, f.score from ${auditedOutcomes(sql, { viewer, filters })} offset 0) s
        where ${hasValues(sql, filters, (name, texts) => sql`${columnOf(name)} = any(${texts}::text[])`)}) audited
      group by grouping sets ((value, detail), ())`;
  });
  const qualityOf = ({ audits, score }: { audits: number; score: number }) => ({ audits, average: averageOf(score, audits) ?? 0 });
  const total = rows.find(({ isTotal, audits }) => isTotal && audits > 0);
  const byRow = new Map(rows.filter(({ isTotal }) => !isTotal).map((row) => [keyOf(row), qualityOf(row)]));
  return { total: total ? qualityOf(total) : null, of: (row) => byRow.get(keyOf(row)) ?? null };
}

type FoundQuality = { value: string | null; detail: string | null; isTotal: boolean; audits: number; score: number };

function keyOf({ value, detail }: { value: string | null; detail: string | null }): string {
  return JSON.stringify([value, detail]);
}
