import type { OperatorProblem } from "@/lib/operators/operator-problem";

/** What became of a change: saved, or the reason why not. */
export type OperatorFormState = null | { status: "saved" } | { status: "refused"; problem: OperatorProblem };

export type OperatorAction = (state: OperatorFormState, form: FormData) => Promise<OperatorFormState>;
