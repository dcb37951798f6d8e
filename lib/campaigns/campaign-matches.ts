import { eq, ilike, or, type SQL } from "drizzle-orm";
import { campaigns } from "@/db/schema";
import { likePattern } from "@/lib/like-pattern";
import { isCampaignId } from "./campaign-id";

/** Campaigns by part of their name, in any case, or by their number with or without #; undefined, which is all, for a blank text. */
export function campaignMatches(text: string): SQL | undefined {
  const search = text.trim();
  if (search === "") return undefined;
  const number = Number(/^#?\s*(\d+)$/.exec(search)?.[1] ?? Number.NaN);
  const byName = ilike(campaigns.name, likePattern(search));
  return isCampaignId(number) ? or(byName, eq(campaigns.id, number)) : byName;
}
