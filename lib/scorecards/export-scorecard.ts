import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { getVersionContent, type VersionName } from "./get-version-content";
import { recordScorecardEntry } from "./record-scorecard-entry";
import { SCORECARD_FILE_FORMAT, SCORECARD_FILE_VERSION } from "./scorecard-file";

type ExportScorecardInput = { viewer: Viewer; campaignId: number; version: VersionName };

/** A version of a scorecard, or its draft, as JSON that importScorecard takes. Rights as for getVersionContent. The audit log has who took it. */
export async function exportScorecard({ viewer, campaignId, version }: ExportScorecardInput): Promise<string> {
  const { sections } = await getVersionContent({ viewer, campaignId, version });
  return db.transaction(async (transaction) => {
    const [campaign] = await transaction.select({ name: campaigns.name }).from(campaigns).where(eq(campaigns.id, campaignId));
    const name = campaign?.name ?? "";
    const number = version === "draft" ? null : version;
    await recordScorecardEntry({ actor: viewer, action: "scorecard.exported", campaignId, name, details: { number } }, transaction);
    const file = { format: SCORECARD_FILE_FORMAT, version: SCORECARD_FILE_VERSION, campaign: name, number, sections };
    return `${JSON.stringify(file, null, 2)}\n`;
  });
}
