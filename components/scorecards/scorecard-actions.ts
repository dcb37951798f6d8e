import type { ScorecardProblem } from "@/lib/scorecards/find-scorecard-problems";
import type { ScorecardFileProblem } from "@/lib/scorecards/read-scorecard-file";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import type { ScorecardSeen } from "@/lib/scorecards/scorecard-seen";

/** The database is away, or the network: nothing has changed, and it can be tried again. */
type Failed = { status: "failed" };
/** `now` is what is there, changed by somebody else. */
type Conflict = { status: "conflict"; now: ScorecardSeen };

export type SaveDraftResult = { status: "saved"; seen: ScorecardSeen } | { status: "refused" } | Conflict | Failed;
/** `content` is what is published; null where nothing is. */
export type DiscardDraftResult = { status: "discarded"; seen: ScorecardSeen; content: ScorecardContent | null } | Conflict | Failed;
export type PublishDraftResult =
  | { status: "published"; number: number }
  | { status: "refused"; problems: ScorecardProblem[] }
  | Conflict
  | Failed;
export type ImportScorecardResult =
  | { status: "imported"; seen: ScorecardSeen; content: ScorecardContent }
  | { status: "refused"; problems: ScorecardFileProblem[] }
  | Conflict
  | Failed;
export type DuplicateScorecardResult = { status: "copied" } | { status: "has_draft" } | { status: "nothing_to_copy" } | Failed;

/** What editors do to a campaign's scorecard. */
export type ScorecardActions = {
  saveDraft: (seen: ScorecardSeen, content: ScorecardContent) => Promise<SaveDraftResult>;
  discardDraft: (seen: ScorecardSeen) => Promise<DiscardDraftResult>;
  publishDraft: (seen: ScorecardSeen, note: string) => Promise<PublishDraftResult>;
  importScorecard: (seen: ScorecardSeen, text: string) => Promise<ImportScorecardResult>;
  duplicateScorecard: (fromCampaignId: number, toCampaignId: number, isConfirmed: boolean) => Promise<DuplicateScorecardResult>;
};
