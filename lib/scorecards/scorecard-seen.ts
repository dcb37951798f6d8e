import { z } from "zod";
import { AppError } from "@/lib/errors";

/**
 * What somebody who changes a scorecard had before them: its draft, else its latest published version, with the revision of it; null and 0 where
 * there was neither. What is there now must be the same, so that nobody overwrites what they have not seen.
 */
export const scorecardSeen = z.strictObject({ versionId: z.uuid().nullable(), revision: z.number().int().min(0) });
export type ScorecardSeen = z.infer<typeof scorecardSeen>;

/** Throws a conflict with `details.reason` changed, and what is there `now`, where it is not what was seen. */
export function requireSeen(seen: ScorecardSeen, now: ScorecardSeen): void {
  if (seen.versionId === now.versionId && seen.revision === now.revision) return;
  throw new AppError("conflict", "Somebody has changed the scorecard meanwhile.", {
    details: { reason: "changed", now: { versionId: now.versionId, revision: now.revision } },
  });
}
