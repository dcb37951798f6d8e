import type { ScorecardHead } from "./find-scorecard-head";
import { requireSeen } from "./require-seen";
import { ScorecardChanged } from "./scorecard-errors";
import type { ScorecardSeen } from "./scorecard-seen";

/** The id of the draft that was seen. ScorecardChanged when it is no longer as it was, with the reason no_draft when there is none. */
export function requireDraft(head: ScorecardHead, seen: ScorecardSeen): string {
  requireSeen(seen, head);
  if (head.versionId === null || head.number !== null) throw new ScorecardChanged(head, "no_draft");
  return head.versionId;
}
