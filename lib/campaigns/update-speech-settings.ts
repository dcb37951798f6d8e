import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import type { SpeechSettings } from "./speech-settings";

type UpdateSpeechSettingsInput = { actor: Actor; campaignId: number; settings: SpeechSettings };

/** Says how a campaign's calls become text, for those to come and those that are transcribed again. Admins only. */
export async function updateSpeechSettings({ actor, campaignId, settings }: UpdateSpeechSettingsInput): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(campaignId)) throw campaignNotFound(campaignId);
  await db.transaction(async (tx) => {
    const [before] = await tx.select().from(campaigns).where(eq(campaigns.id, campaignId)).for("no key update");
    if (!before) throw campaignNotFound(campaignId);
    const changes = changesBetween(before, settings);
    if (Object.keys(changes).length === 0) return;
    await tx.update(campaigns).set(settings).where(eq(campaigns.id, campaignId));
    const object = { kind: "campaign", id: campaignId, name: before.name };
    await recordAuditEntry({ actor, action: "campaign.updated", object, details: changes }, tx);
  });
}
