import type { DisputeProblem } from "@/lib/disputes/dispute-problem";

export type DisputeFormState = null | { status: "saved" } | { status: "refused"; problem: DisputeProblem };

export type DisputeAction = (state: DisputeFormState, form: FormData) => Promise<DisputeFormState>;
