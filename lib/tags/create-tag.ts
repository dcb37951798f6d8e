import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, campaignTags } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { isCampaignId } from "@/lib/campaigns/campaign-id";
import { AppError } from "@/lib/errors";
import { mayEditTags } from "./tag-access";
import { MAX_TAGS_OF_CAMPAIGN, type TagConflict, type TagInput } from "./tag-input";
import { tagMatchKey } from "./tag-match-key";

type CreateTagInput = { actor: Actor; campaignId: number; name: string; description?: TagInput["description"] };

/**
 * Makes a tag of a campaign. For admins and the campaign's supervisors; not found for others. Conflict with `details.problem` of TagConflict
 * when the campaign has one of that name, whatever its case and accents, or as many as it may have.
 */
export async function createTag({ actor, campaignId, name, description = "" }: CreateTagInput): Promise<{ id: string }> {
  if (!isCampaignId(campaignId) || !mayEditTags(actor, campaignId)) throw campaignNotFound(campaignId);
  return db.transaction(async (transaction) => {
    // Locked, so that tags are counted and made one after the other.
    const [campaign] = await transaction
      .select({ id: campaigns.id })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for("no key update");
    if (!campaign) throw campaignNotFound(campaignId);
    const [existing] = await transaction
      .select({ count: sql<number>`count(*)::int` })
      .from(campaignTags)
      .where(eq(campaignTags.campaignId, campaignId));
    if (existing && existing.count >= MAX_TAGS_OF_CAMPAIGN)
      throw refused("too_many", `A campaign has at most ${MAX_TAGS_OF_CAMPAIGN} tags.`);
    const [created] = await transaction
      .insert(campaignTags)
      .values({ campaignId, name, matchKey: tagMatchKey(name), description })
      .onConflictDoNothing({ target: [campaignTags.campaignId, campaignTags.matchKey] })
      .returning({ id: campaignTags.id });
    if (!created) throw refused("name_taken", `The campaign has a tag "${name}" already.`);
    const object = { kind: "tag", id: created.id, name };
    await recordAuditEntry({ actor, action: "tag.created", object, details: { campaignId, description } }, transaction);
    return created;
  });
}

function refused(problem: TagConflict, message: string): AppError {
  return new AppError("conflict", message, { details: { problem } });
}
