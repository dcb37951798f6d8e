import { eq, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { criteria, scorecards, scorecardVersions } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { ScorecardHead } from "./find-scorecard-head";
import type { ScorecardContent } from "./scorecard-content";
import type { ScorecardSeen } from "./scorecard-seen";

type WriteDraftInput = { transaction: Transaction; campaignId: number; head: ScorecardHead; content: ScorecardContent };

/** Puts a content in the place of a campaign's draft, and makes scorecard and draft where there is none. The campaign is locked by the caller. */
export async function writeDraft({ transaction, campaignId, head, content }: WriteDraftInput): Promise<ScorecardSeen> {
  const scorecardId =
    head.scorecardId ?? (await insertedId(transaction.insert(scorecards).values({ campaignId }).returning({ id: scorecards.id })));
  const draftId = head.number === null ? head.versionId : null;
  const versionId =
    draftId ?? (await insertedId(transaction.insert(scorecardVersions).values({ scorecardId }).returning({ id: scorecardVersions.id })));
  const [draft] = await transaction
    .update(scorecardVersions)
    .set({ revision: sql`${scorecardVersions.revision} + 1`, updatedAt: new Date() })
    .where(eq(scorecardVersions.id, versionId))
    .returning({ versionId: scorecardVersions.id, revision: scorecardVersions.revision });
  if (!draft) throw new AppError("conflict", "The draft is not there any more.", { details: { reason: "changed" } });
  await transaction.delete(criteria).where(eq(criteria.versionId, versionId));
  const rows = content.sections.flatMap(({ title, criteria: asked }) =>
    asked.map((criterion) => ({ ...criterion, section: title, versionId })),
  );
  if (rows.length > 0) await transaction.insert(criteria).values(rows.map((row, position) => ({ ...row, position })));
  return draft;
}

async function insertedId(inserted: Promise<{ id: string }[]>): Promise<string> {
  const [row] = await inserted;
  if (!row) throw new Error("The database returned no row for an insert.");
  return row.id;
}
