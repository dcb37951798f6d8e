import type { Viewer } from "@/lib/auth/viewer";
import { breakTrend, type TrendLine, type TrendRow } from "./break-trend";
import { isCounted } from "./quality-access";
import type { QualityFilters, QualityGrain } from "./quality-filters";
import { readQuality } from "./read-quality";
import { grainOf, spansOf } from "./spans-of";

export type QualityTrend = { grain: QualityGrain; lines: TrendLine[] };

/**
 * The average score over the time of a report, by days, weeks or months as the range is long, in lines that never cross a change of a
 * scorecard's version: scores by other questions are not compared. Only what the viewer may see.
 */
export async function getQualityTrend({ viewer, filters }: { viewer: Viewer; filters: QualityFilters }): Promise<QualityTrend> {
  const grain = grainOf(filters);
  const spans = spansOf(grain, filters);
  const starts = spans.map(({ from }) => from);
  const rows = await readQuality(
    (sql) => sql<TrendRow[]>`
      with sums as materialized (
        select width_bucket(f.contact_on, ${starts}::date[]) - 1 as place, f.campaign_id, f.version_id, count(*)::float8 as audits, sum(f.score)::float8 as score
        from quality_facts f where ${isCounted(sql, viewer, filters)} group by 1, 2, 3)
      select place, campaign_id as "campaignId", c.name as "campaignName", v.number as version, version_id as "versionId", audits, score from sums
        join campaigns c on c.id = campaign_id join scorecard_versions v on v.id = version_id order by place, campaign_id, v.number`,
  );
  return { grain, lines: breakTrend([...rows], spans) };
}
