import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import type { SpeechSettings } from "./speech-settings";

/** A campaign's settings of speech. Admins only; not-found for a campaign that is missing. */
export async function getSpeechSettings({ actor, campaignId }: { actor: Actor; campaignId: number }): Promise<SpeechSettings> {
  requireAdmin(actor);
  const [found] = isCampaignId(campaignId) ? await db.select(columns).from(campaigns).where(eq(campaigns.id, campaignId)) : [];
  if (!found) throw campaignNotFound(campaignId);
  return found;
}

const columns = {
  transcriber: campaigns.transcriber,
  language: campaigns.language,
  agentChannel: campaigns.agentChannel,
  usesLanguageModel: campaigns.usesLanguageModel,
};
