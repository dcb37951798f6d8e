import type { GivenAnswer } from "@/lib/audits/answer-mark";
import type { AuditConflict } from "@/lib/audits/audit-conflict";
import type { AuditState } from "@/lib/audits/get-audit-state";

/** A person's part of an answer, as it is sent: `answer` null leaves it to the machine, or to later. */
export type PersonalAnswer = Omit<GivenAnswer, "answeredBy">;

/** Why something was not done: by the rules of audits, `away` where the server can't be reached now, `unsent` where an answer has to be sent first. */
export type SheetProblem = AuditConflict | "away" | "unsent";

export type AnswerOutcome =
  | { status: "saved"; given: GivenAnswer; mark: string; revision: number }
  | { status: "changed"; given: GivenAnswer; mark: string; revision: number; byName: string | null }
  | { status: "refused"; problem: SheetProblem };

export type Remarks = { comment: string; praise: string };
export type RemarksOutcome =
  | { status: "saved"; revision: number }
  | { status: "changed"; current: Remarks }
  | { status: "refused"; problem: SheetProblem };

export type SheetOutcome = { status: "done" } | { status: "refused"; problem: SheetProblem; criterionIds?: string[] };

/** What a page lets its sheet do. Each is of the one audit. */
export type SheetActions = {
  answer: (answer: PersonalAnswer & { criterionId: string; seen: string }) => Promise<AnswerOutcome>;
  writeRemarks: (remarks: Remarks & { seen: Remarks }) => Promise<RemarksOutcome>;
  acceptSuggestions: () => Promise<SheetOutcome>;
  complete: () => Promise<SheetOutcome>;
  reopen: (reason: string) => Promise<SheetOutcome>;
  validate: () => Promise<SheetOutcome>;
  withdrawValidation: (reason: string) => Promise<SheetOutcome>;
  /** Leads elsewhere once it is done. */
  remove: () => Promise<SheetOutcome>;
  readState: () => Promise<AuditState>;
};
