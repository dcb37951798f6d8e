import type { ISql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { visibleFacts } from "../quality/quality-access";
import { type Fragment, isOfDays } from "./outcome-columns";
import type { OutcomeFilters } from "./outcome-filters";

type AuditedOutcomesInput = { viewer: Viewer; filters: OutcomeFilters };

/** The completed quality audits, named `f`, that a viewer may see, with the outcome `o` of their call, of the campaigns and days that are asked for. */
export function auditedOutcomes(sql: ISql, { viewer, filters: { campaignIds = [], from, to } }: AuditedOutcomesInput): Fragment {
  const isInRange = isOfDays(sql, { first: sql`${from}::date`, last: sql`${to}::date`, timeZone: env.TIME_ZONE });
  const isOfCampaign = campaignIds.length === 0 ? sql`true` : sql`f.campaign_id = any(${campaignIds}::int[])`;
  // A day more on either side: contacts are of days of their campaign's time zone, outcomes of the installation's.
  return sql`quality_facts f join call_outcomes o on o.call_id = f.call_id
    where ${visibleFacts(sql, viewer)} and ${isOfCampaign} and f.contact_on between ${from}::date - 1 and ${to}::date + 1 and ${isInRange}`;
}
