import { ScorecardChanged } from "./scorecard-errors";
import type { ScorecardSeen } from "./scorecard-seen";

/** Throws ScorecardChanged where what is there now is not what was seen. */
export function requireSeen(seen: ScorecardSeen, now: ScorecardSeen): void {
  if (seen.versionId !== now.versionId || seen.revision !== now.revision) throw new ScorecardChanged(now);
}
