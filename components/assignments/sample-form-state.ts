import type { SampleProblem } from "@/lib/assignments/create-sample";
import type { SampleInputError } from "@/lib/assignments/sample-input";

/** What became of a draw that was not made. One that was leads to its page. */
export type SampleFormState =
  | null
  | { status: "failed" }
  | { status: "invalid"; errors: Record<string, SampleInputError> }
  | { status: "refused"; problem: SampleProblem };
