"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import type {
  DiscardDraftResult,
  DuplicateScorecardResult,
  ImportScorecardResult,
  PublishDraftResult,
  SaveDraftResult,
} from "@/components/scorecards/scorecard-actions";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { discardDraft } from "@/lib/scorecards/discard-draft";
import { duplicateScorecard } from "@/lib/scorecards/duplicate-scorecard";
import { getHeadContent } from "@/lib/scorecards/get-head-content";
import { getScorecard } from "@/lib/scorecards/get-scorecard";
import { importScorecard } from "@/lib/scorecards/import-scorecard";
import { publishDraft } from "@/lib/scorecards/publish-draft";
import { saveDraft } from "@/lib/scorecards/save-draft";
import { type ScorecardContent, scorecardContent } from "@/lib/scorecards/scorecard-content";
import { ScorecardChanged, ScorecardFileRefused, ScorecardUnready } from "@/lib/scorecards/scorecard-errors";
import { MAX_NOTE_LENGTH } from "@/lib/scorecards/scorecard-limits";
import { type ScorecardSeen, scorecardSeen } from "@/lib/scorecards/scorecard-seen";

export async function saveDraftAction(campaignId: number, seen: ScorecardSeen, content: ScorecardContent): Promise<SaveDraftResult> {
  const actor = await requireViewer();
  const given = z.object({ seen: scorecardSeen, content: scorecardContent }).safeParse({ seen, content });
  if (!given.success) return { status: "refused" };
  return answered(async () => {
    const saved = await saveDraft({ actor, campaignId, ...given.data });
    return { status: "saved" as const, seen: saved };
  });
}

export async function discardDraftAction(campaignId: number, seen: ScorecardSeen): Promise<DiscardDraftResult> {
  const viewer = await requireViewer();
  return answered(async () => {
    await discardDraft({ actor: viewer, campaignId, seen: scorecardSeen.parse(seen) });
    const state = await getScorecard({ viewer, campaignId });
    return { status: "discarded" as const, seen: state.seen, content: await getHeadContent({ viewer, campaignId, state }) };
  });
}

export async function publishDraftAction(campaignId: number, seen: ScorecardSeen, note: string): Promise<PublishDraftResult> {
  const actor = await requireViewer();
  try {
    return await answered(async () => {
      const published = await publishDraft({ actor, campaignId, seen: scorecardSeen.parse(seen), note: noteText.parse(note) });
      return { status: "published" as const, number: published.number };
    });
  } catch (error) {
    if (error instanceof ScorecardUnready) return { status: "refused", problems: error.problems };
    throw error;
  }
}

export async function importScorecardAction(campaignId: number, seen: ScorecardSeen, text: string): Promise<ImportScorecardResult> {
  const actor = await requireViewer();
  try {
    return await answered(async () => {
      const imported = await importScorecard({ actor, campaignId, seen: scorecardSeen.parse(seen), text: z.string().parse(text) });
      return { status: "imported" as const, ...imported };
    });
  } catch (error) {
    if (error instanceof ScorecardFileRefused) return { status: "refused", problems: error.problems };
    throw error;
  }
}

export async function duplicateScorecardAction(
  fromCampaignId: number,
  toCampaignId: number,
  isConfirmed: boolean,
): Promise<DuplicateScorecardResult> {
  const actor = await requireViewer();
  try {
    await orNotFound(duplicateScorecard({ actor, fromCampaignId, toCampaignId, isConfirmed: isConfirmed === true }));
  } catch (error) {
    if (isDatabaseAway(error)) return { status: "failed" };
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
    return { status: error.details.reason === "has_draft" ? "has_draft" : "nothing_to_copy" };
  }
  refresh();
  return { status: "copied" };
}

const noteText = z.string().trim().max(MAX_NOTE_LENGTH);

/** What was done; or that nothing was, since somebody else was quicker or the database is away. The page's own copy is renewed. */
async function answered<Result>(
  act: () => Promise<Result>,
): Promise<Result | { status: "conflict"; now: ScorecardSeen } | { status: "failed" }> {
  try {
    const result = await orNotFound(act());
    refresh();
    return result;
  } catch (error) {
    if (error instanceof ScorecardChanged) return { status: "conflict", now: error.now };
    if (isDatabaseAway(error)) return { status: "failed" };
    throw error;
  }
}
