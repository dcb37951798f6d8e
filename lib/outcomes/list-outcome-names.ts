import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";

/** Names that the viewer's pay-per-call calls can be narrowed to. */
export type OutcomeNames = { buyers: string[]; publishers: string[] };

/** More than anybody chooses from a list. */
const MAX_NAMES = 300;

/**
 * Who bought and who sent the calls of the campaigns that the viewer sees, three hundred of each at most; null when no campaign of theirs takes
 * calls from a pay-per-call platform, and for agents.
 */
export async function listOutcomeNames({ viewer: { role, campaignIds } }: { viewer: Viewer }): Promise<OutcomeNames | null> {
  if (role === "agent") return null;
  const rows = await sqlClient<{ id: number }[]>`
    select campaign_id as id from campaign_sources
    where source = 'aria' and ${role === "admin" ? sqlClient`true` : sqlClient`campaign_id = any(${campaignIds})`}`;
  if (rows.length === 0) return null;
  const ids = rows.map(({ id }) => id);
  const [buyers, publishers] = await Promise.all([listNames("buyer_name", ids), listNames("publisher_name", ids)]);
  return { buyers, publishers };
}

/** Jumps from one name to the next in the index of each campaign, however many calls lie between. */
async function listNames(column: "buyer_name" | "publisher_name", campaignIds: number[]): Promise<string[]> {
  const name = sqlClient(column);
  const rows = await sqlClient<{ name: string }[]>`
    with recursive found as (
      select wanted.id, (select ${name} from call_outcomes where campaign_id = wanted.id and ${name} > '' order by ${name} limit 1) as name
      from unnest(${campaignIds}::int[]) as wanted(id)
      union all
      select found.id, (select ${name} from call_outcomes where campaign_id = found.id and ${name} > found.name order by ${name} limit 1)
      from found where found.name is not null
    )
    select distinct name from (select name from found where name is not null limit ${MAX_NAMES * 10}) as few order by name limit ${MAX_NAMES}`;
  return rows.map((row) => row.name);
}
