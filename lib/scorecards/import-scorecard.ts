import type { Actor } from "@/lib/auth/viewer";
import { readScorecardFile } from "./read-scorecard-file";
import { saveDraft } from "./save-draft";
import { requireScorecardEditor } from "./scorecard-access";
import type { ScorecardContent } from "./scorecard-content";
import { ScorecardFileRefused } from "./scorecard-errors";
import type { ScorecardSeen } from "./scorecard-seen";

type ImportScorecardInput = { actor: Actor; campaignId: number; text: string; seen: ScorecardSeen };

/**
 * Makes what a file holds the campaign's draft. Rights and conflicts as for saveDraft; ScorecardFileRefused when the file will not do, and
 * then nothing changes.
 */
export async function importScorecard({
  actor,
  campaignId,
  text,
  seen,
}: ImportScorecardInput): Promise<{ content: ScorecardContent; seen: ScorecardSeen }> {
  requireScorecardEditor(actor, campaignId);
  const { content, problems } = readScorecardFile(text);
  if (content === null) throw new ScorecardFileRefused(problems);
  return { content, seen: await saveDraft({ actor, campaignId, content, seen }) };
}
