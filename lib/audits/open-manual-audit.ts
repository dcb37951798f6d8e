import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, campaigns } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { instantOfLocalTime } from "@/lib/calls/instant-of-local-time";
import { campaignNotFound, isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { holdAssignableOperator } from "@/lib/operators/hold-assignable-operator";
import { findLatestVersion } from "@/lib/scorecards/find-latest-version";
import { auditNotFound, canAudit } from "./audit-access";
import { auditConflict } from "./audit-conflict";
import { asOperatorReader } from "./auditable-operators";
import type { ManualAuditInput } from "./manual-audit-input";

type OpenManualAuditInput = { viewer: Viewer; input: ManualAuditInput };

/**
 * Opens the audit of a contact that has no recording here, by the campaign's latest published scorecard, and returns its id. Throws not-found where
 * the viewer may not audit the campaign or see the operator, a conflict `no_scorecard`, and invalid for a time that is still to come.
 */
export async function openManualAudit({ viewer, input }: OpenManualAuditInput): Promise<{ auditId: string }> {
  const { campaignId, operatorId, channel, contactAt: localText, reference } = input;
  if (!canAudit(viewer)) throw auditNotFound();
  if (!isCampaignVisible(viewer, campaignId)) throw campaignNotFound(campaignId);
  return db.transaction(async (transaction) => {
    const operator = await holdAssignableOperator(transaction, asOperatorReader(viewer), operatorId);
    const [campaign] = await transaction
      .select({ timeZone: campaigns.timeZone, passingScore: campaigns.passingScore })
      .from(campaigns)
      .where(eq(campaigns.id, campaignId));
    if (!campaign) throw campaignNotFound(campaignId);
    const version = await findLatestVersion(campaignId, transaction);
    if (version === null) throw auditConflict("no_scorecard");
    const timeZone = campaign.timeZone ?? env.TIME_ZONE;
    const { at: contactAt } = instantOfLocalTime({ localTime: Date.parse(`${localText}Z`), timeZone });
    if (contactAt.getTime() > Date.now())
      throw new AppError("invalid", "The contact is still to come.", { details: { field: "contactAt" } });
    const [opened] = await transaction
      .insert(audits)
      .values({
        ...{ versionId: version.versionId, campaignId, operatorId: operator.id, channel, reference, contactAt },
        ...{ contactOn: localText.slice(0, 10), auditorId: viewer.userId, passingScore: campaign.passingScore },
      })
      .returning({ id: audits.id });
    if (!opened) throw new Error("The database returned no row for an insert.");
    await recordAuditEntry(
      {
        actor: viewer,
        action: "audit.opened",
        object: { kind: "audit", id: opened.id, name: reference },
        details: { campaignId, operator: operator.name, channel },
      },
      transaction,
    );
    return { auditId: opened.id };
  });
}
