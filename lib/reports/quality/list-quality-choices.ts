import type { Viewer } from "@/lib/auth/viewer";
import { isCounted } from "./quality-access";
import type { QualityFilters } from "./quality-filters";
import { readQuality } from "./read-quality";

type Choice = { id: string; name: string };

/** What a report can be narrowed to: by name, versions the newest first. */
export type QualityChoices = {
  campaigns: { id: number; name: string }[];
  operators: Choice[];
  auditors: Choice[];
  /** Of the one campaign that the report is of. */
  versions: { id: string; number: number }[];
};

const MAX_CHOICES = 1_000;
const NOTHING: QualityChoices = { campaigns: [], operators: [], auditors: [], versions: [] };

/**
 * The campaigns with audits that the viewer may see, and the operators and auditors of those in the days and campaigns of a report. Agents have
 * nothing to choose from: they see their own.
 */
export async function listQualityChoices({ viewer, filters }: { viewer: Viewer; filters: QualityFilters }): Promise<QualityChoices> {
  if (viewer.role === "agent") return NOTHING;
  const { campaignIds = [], from, to } = filters;
  const [only] = campaignIds.length === 1 ? campaignIds : [];
  return readQuality(async (sql) => {
    const isInRange = isCounted(sql, viewer, { campaignIds, from, to });
    const campaigns = await sql<QualityChoices["campaigns"]>`
      select c.id, c.name from campaigns c where (${viewer.role === "admin"} or c.id = any(${viewer.campaignIds}::int[]))
        and exists (select from quality_facts f where f.campaign_id = c.id) order by c.name, c.id limit ${MAX_CHOICES}`;
    const operators = await sql<Choice[]>`
      select id, name from operators where id in (select f.operator_id from quality_facts f where ${isInRange}) order by name, id limit ${MAX_CHOICES}`;
    const auditors = await sql<Choice[]>`
      select id, name from users where id in (select f.auditor_id from quality_facts f where ${isInRange}) order by name, id limit ${MAX_CHOICES}`;
    const versions = campaigns.some(({ id }) => id === only)
      ? await sql<QualityChoices["versions"]>`
          select v.id, v.number from scorecard_versions v join scorecards s on s.id = v.scorecard_id
          where s.campaign_id = ${only ?? 0} and v.number is not null order by v.number desc`
      : [];
    return { campaigns: [...campaigns], operators: [...operators], auditors: [...auditors], versions: [...versions] };
  });
}
