import type { TransactionSql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { canSeeMoney } from "@/lib/outcomes/can-see-money";
import { isCounted } from "./quality-access";
import { type ConversionGroup, type QualityFilters, SCORE_BANDS } from "./quality-filters";
import { averageOf } from "./quality-measures";
import { readQuality } from "./read-quality";

/** Audited pay-per-call calls. */
export type ConversionRow = {
  /** Where the band begins, or the operator's id; empty without one. */
  value: string;
  name: string | null;
  calls: number;
  converted: number;
  averageScore: number | null;
  /** Exact decimal text with four places; null for those who may not know it. */
  revenuePerCall: string | null;
};

type GetQualityConversionInput = { viewer: Viewer; by: ConversionGroup; filters: QualityFilters };

/**
 * Whether better calls convert: what came of the audited calls of pay-per-call, by the score or the operator. Of the completed and validated
 * quality audits that the filters leave and the viewer may see; revenue never for agents. Empty where no such call was audited.
 */
export async function getQualityConversion({ viewer, by, filters }: GetQualityConversionInput): Promise<ConversionRow[]> {
  const rows = await readQuality(async (sql) => {
    const campaignIds = await listOutcomeCampaigns(sql);
    if (campaignIds.length === 0) return [];
    const value = by === "band" ? sql`width_bucket(f.score, ${SCORE_BANDS.map((band) => band * 100)}::int[])` : sql`f.operator_id`;
    const named = by === "band" ? sql`(${SCORE_BANDS.map(String)}::text[])[value]` : sql`coalesce(value::text, '')`;
    const name = by === "band" ? sql`null` : sql`(select name from operators where id = value)`;
    return sql<FoundRow[]>`
      select ${named} as value, ${name} as name, calls, converted, score, revenue from (
        select ${value} as value, count(*)::float8 as calls, (count(*) filter (where o.converted))::float8 as converted, sum(f.score)::float8 as score,
          round(coalesce(sum(o.revenue), 0) / count(*), 4)::text as revenue
        from quality_facts f join call_outcomes o on o.call_id = f.call_id
        where ${isCounted(sql, viewer, filters)} and f.campaign_id = any(${campaignIds}::int[]) group by 1) sums`;
  });
  return rows
    .map(({ score, revenue, ...row }) => ({
      ...{ ...row, averageScore: averageOf(score, row.calls) },
      revenuePerCall: canSeeMoney(viewer) ? revenue : null,
    }))
    .toSorted((one, other) =>
      by === "band" ? Number(one.value) - Number(other.value) : other.calls - one.calls || (one.value < other.value ? -1 : 1),
    );
}

type FoundRow = Omit<ConversionRow, "averageScore" | "revenuePerCall"> & { score: number; revenue: string };

/** Campaigns that have pay-per-call calls, so that the audits of all others are not looked up. */
async function listOutcomeCampaigns(sql: TransactionSql): Promise<number[]> {
  const rows = await sql<{ id: number }[]>`
    select id from campaigns c where exists (select from call_outcomes o where o.campaign_id = c.id)`;
  return rows.map(({ id }) => id);
}
