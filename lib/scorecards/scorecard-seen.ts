import { z } from "zod";

/**
 * What somebody who changes a scorecard had before them: its draft, else its latest published version, with the revision of it; null and 0 where
 * there was neither. What is there now must be the same, so that nobody overwrites what they have not seen.
 */
export const scorecardSeen = z.strictObject({ versionId: z.uuid().nullable(), revision: z.number().int().min(0) });
export type ScorecardSeen = z.infer<typeof scorecardSeen>;
