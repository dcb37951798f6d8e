import type { OperatorProblem } from "@/lib/operators/operator-problem";

/** What became of a change: saved, or the reason why not. */
export type OperatorFormState = null | { status: "saved" } | { status: "refused"; problem: OperatorProblem };

export type OperatorAction = (state: OperatorFormState, form: FormData) => Promise<OperatorFormState>;

/** The state of a form to which no answer came. */
export const UNANSWERED = { status: "refused", problem: { code: "failed", other: null } } satisfies OperatorFormState;
