import { db } from "@/db/client";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findScorecardHead } from "./find-scorecard-head";
import { findScorecardProblems } from "./find-scorecard-problems";
import { publishDraft } from "./publish-draft";
import { saveDraft } from "./save-draft";
import type { ScorecardContent } from "./scorecard-content";
import { ScorecardUnready } from "./scorecard-errors";

type PublishContentInput = { actor: Actor; campaignId: number; content: ScorecardContent; note?: string };

/**
 * Makes a whole content the campaign's next version, for whoever provisions without drawing it up. Rights as for publishDraft; ScorecardUnready
 * before anything is written, and a conflict while somebody's draft is there, which it would take the place of.
 */
export async function publishContent({ actor, campaignId, content, note }: PublishContentInput): Promise<{ number: number }> {
  const problems = findScorecardProblems(content);
  if (problems.length > 0) throw new ScorecardUnready(problems);
  const { versionId, revision, number } = await findScorecardHead(campaignId, db);
  if (versionId !== null && number === null) {
    throw new AppError("conflict", "The campaign's scorecard has a draft: publish or discard it first.");
  }
  const seen = await saveDraft({ actor, campaignId, content, seen: { versionId, revision } });
  return publishDraft({ actor, campaignId, seen, note });
}
