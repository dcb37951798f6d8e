import { AppError } from "@/lib/errors";
import type { ScorecardHead } from "./find-scorecard-head";
import { requireSeen, type ScorecardSeen } from "./scorecard-seen";

/** The id of the draft that was seen. Conflict with `details.reason` changed when it is no longer as it was, no_draft when there is none. */
export function requireDraft(head: ScorecardHead, seen: ScorecardSeen): string {
  requireSeen(seen, head);
  if (head.versionId === null || head.number !== null)
    throw new AppError("conflict", "The scorecard has no draft.", { details: { reason: "no_draft" } });
  return head.versionId;
}
