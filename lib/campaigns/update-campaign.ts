import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { changesBetween } from "@/lib/audit-log/changes-between";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { countExpiringRecordings } from "@/lib/recordings/retention/count-expiring-recordings";
import { campaignNotFound } from "./campaign-access";
import { isCampaignId } from "./campaign-id";
import type { CampaignInput } from "./campaign-input";
import { notifyCampaignChanged } from "./notify-campaign-changed";

type UpdateCampaignInput = Partial<CampaignInput> & {
  actor: Actor;
  id: number;
  /** The recordings that a shorter retention will delete are known and accepted. */
  isConfirmed?: boolean;
};

/**
 * Changes what is given of a campaign and leaves the rest. Admins only. Conflict with `details.recordingCount`, having changed nothing, when
 * the retention is shortened so that the next round deletes recordings, unless that is confirmed.
 */
export async function updateCampaign({ actor, id, isConfirmed = false, ...given }: UpdateCampaignInput): Promise<void> {
  requireAdmin(actor);
  if (!isCampaignId(id)) throw campaignNotFound(id);
  await db.transaction(async (transaction) => {
    // Locked against other changes, and not against calls that come in.
    const [before] = await transaction.select().from(campaigns).where(eq(campaigns.id, id)).for("no key update");
    if (!before) throw campaignNotFound(id);
    const changes = changesBetween(before, given);
    if (Object.keys(changes).length === 0) return;
    if (!isConfirmed) await refuseSilentDeletion({ campaignId: id, from: before.retentionDays, to: given.retentionDays });
    const [after] = await transaction.update(campaigns).set(given).where(eq(campaigns.id, id)).returning({ name: campaigns.name });
    await notifyCampaignChanged(transaction, id);
    const object = { kind: "campaign", id, name: after?.name };
    await recordAuditEntry({ actor, action: "campaign.updated", object, details: changes }, transaction);
  });
}

type RetentionChange = { campaignId: number; from: number | null; to: number | null | undefined };

async function refuseSilentDeletion({ campaignId, from, to }: RetentionChange): Promise<void> {
  if (to === undefined || to === null || (from !== null && to >= from)) return;
  const recordingCount = await countExpiringRecordings({ campaignId, retentionDays: to });
  if (recordingCount === 0) return;
  throw new AppError("conflict", `The next round would delete ${recordingCount} recordings.`, { details: { recordingCount } });
}
