import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import type { Source } from "@/db/enums";
import { calls, campaignSources, campaigns } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import { notifyCampaignChanged } from "./notify-campaign-changed";
import type { OfferedSource } from "./offered-sources";

type ChooseCampaignSourceInput = {
  actor: Actor;
  campaignId: number;
  source: OfferedSource;
  /** The calls that come through the present source are known, and no more of them are wanted. */
  isConfirmed?: boolean;
};

/** Counting stops here: whoever is warned needs to know that there are many, not how many exactly. */
export const MAX_SOURCE_CALL_COUNT = 10_000;

/** What stands against another source: `callCount` calls have come through the present one (MAX_SOURCE_CALL_COUNT also for more). */
export class SourceInUse extends AppError {
  readonly present: Source;
  readonly callCount: number;
  readonly lastCallAt: Date;

  constructor({ present, callCount, lastCallAt }: { present: Source; callCount: number; lastCallAt: Date }) {
    super("conflict", `${callCount} calls have come through ${present}, the last at ${lastCallAt.toISOString()}.`);
    this.name = "SourceInUse";
    this.present = present;
    this.callCount = callCount;
    this.lastCallAt = lastCallAt;
  }
}

/**
 * Sets where a campaign's calls come from. Another source starts with empty settings; the same one keeps its own. Admins only. Throws
 * SourceInUse, having changed nothing, when calls have come through another source, unless that is confirmed.
 */
export async function chooseCampaignSource({ actor, campaignId, source, isConfirmed = false }: ChooseCampaignSourceInput): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(campaignId)) throw campaignNotFound(campaignId);
  await db.transaction(async (transaction) => {
    // Locked, so that choices come one after the other, and not against calls that come in.
    const [found] = await transaction
      .select({ name: campaigns.name })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId))
      .for("no key update");
    if (!found) throw campaignNotFound(campaignId);
    const [present] = await transaction
      .select({ source: campaignSources.source })
      .from(campaignSources)
      .where(eq(campaignSources.campaignId, campaignId));
    if (present?.source === source) return;
    if (present && !isConfirmed) await refuseWhileInUse(transaction, campaignId, present.source);
    await transaction
      .insert(campaignSources)
      .values({ campaignId, source })
      .onConflictDoUpdate({ target: campaignSources.campaignId, set: { source, settings: {}, updatedAt: new Date() } });
    await notifyCampaignChanged(transaction, campaignId);
    const object = { kind: "campaign", id: campaignId, name: found.name };
    const details = { source: { from: present?.source ?? null, to: source } };
    await recordAuditEntry({ actor, action: "campaign.source_chosen", object, details }, transaction);
  });
}

async function refuseWhileInUse(transaction: Transaction, campaignId: number, source: Source): Promise<void> {
  // Newest first, so that one index read stops at the most that is counted.
  const through = transaction
    .select({ startedAt: calls.startedAt })
    .from(calls)
    .where(and(eq(calls.campaignId, campaignId), eq(calls.source, source)))
    .orderBy(sql`${calls.startedAt} desc`, sql`${calls.id} desc`)
    .limit(MAX_SOURCE_CALL_COUNT)
    .as("through");
  const [row] = await transaction
    .select({ callCount: sql<number>`count(*)::int`, lastCallAt: sql`max(${through.startedAt})`.mapWith(calls.startedAt) })
    .from(through);
  if (!row?.lastCallAt) return;
  throw new SourceInUse({ present: source, callCount: row.callCount, lastCallAt: row.lastCallAt });
}
