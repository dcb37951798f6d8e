import { sqlClient } from "@/db/client";
import type { Source } from "@/db/enums";
import type { OtherCampaignProblem, SilenceCause } from "./silence-cause";

/** Of those that take calls, and of those that do not. */
const SHOWN = 3;
/** Of a busy installation, its last seconds. */
const MAX_READ = 300;

type Row = {
  campaignId: number;
  problem: OtherCampaignProblem;
  count: number;
  lastAt: Date;
  keyName: string | null;
};

/**
 * Campaigns that deliveries of a source named within the last quarter of an hour, other than the given one: those that can take no calls
 * first, since a wrong number is likelier to be theirs.
 */
export async function findOtherCampaigns({ campaignId, source }: { campaignId: number; source: Source }): Promise<SilenceCause[]> {
  const rows = await sqlClient<Row[]>`
    with recent as (
      (select id, source, campaign_id, api_key_id, received_at, reason from deliveries
        where verdict = 'refused' and received_at > now() - interval '15 minutes' order by received_at desc, id desc limit ${MAX_READ})
      union
      (select id, source, campaign_id, api_key_id, received_at, case when verdict = 'refused' then reason else 'taken' end from deliveries
        where received_at > now() - interval '15 minutes' order by received_at desc, id desc limit ${MAX_READ})
    ), named as (
      select campaign_id as "campaignId", reason as problem, max(received_at) as "lastAt", count(*)::int as count,
        (array_agg(api_key_id order by received_at desc))[1] as "apiKeyId"
      from recent
      where source = ${source} and campaign_id <> ${campaignId} and api_key_id is not null
        and reason in ('taken', 'unknown_campaign', 'campaign_archived', 'wrong_source')
      group by campaign_id, reason
    ), ranked as (
      select named.*, row_number() over (partition by problem = 'taken' order by "lastAt" desc) as rank from named
    )
    select "campaignId", problem, "lastAt", count, (select name from api_keys where id = "apiKeyId") as "keyName" from ranked
    where rank <= ${SHOWN} order by problem = 'taken', "lastAt" desc`;
  return rows.map((row) => ({ kind: "other_campaign", ...row }));
}
