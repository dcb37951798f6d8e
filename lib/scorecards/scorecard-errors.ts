import { AppError } from "@/lib/errors";
import type { ScorecardProblem } from "./find-scorecard-problems";
import type { ScorecardFileProblem } from "./read-scorecard-file";
import type { ScorecardSeen } from "./scorecard-seen";

/** A scorecard is no longer what whoever wants to change it has seen; `now` is what is there. */
export class ScorecardChanged extends AppError {
  readonly now: ScorecardSeen;

  constructor(now: ScorecardSeen, reason: "changed" | "no_draft" = "changed") {
    super("conflict", reason === "changed" ? "Somebody has changed the scorecard meanwhile." : "The scorecard has no draft.", {
      details: { reason },
    });
    this.now = { versionId: now.versionId, revision: now.revision };
  }
}

/** A draft that can't be published as it is. */
export class ScorecardUnready extends AppError {
  readonly problems: ScorecardProblem[];

  constructor(problems: ScorecardProblem[]) {
    super("invalid", "The scorecard can't be published as it is.");
    this.problems = problems;
  }
}

/** A file that does not hold a scorecard that can be imported. */
export class ScorecardFileRefused extends AppError {
  readonly problems: ScorecardFileProblem[];

  constructor(problems: ScorecardFileProblem[]) {
    super("invalid", "The file is not a scorecard that can be imported.");
    this.problems = problems;
  }
}
