import { z } from "zod";
import { AppError, isDatabaseAway } from "@/lib/errors";
import type { OperatorInputError } from "./operator-input";

const CONFLICTS = [
  "taken_as_name",
  "taken_as_alias",
  "taken_as_merged",
  "own_name",
  "name_of_merged",
  "merged_away",
  "merged_on",
  "undone",
  "same",
  "both_linked",
  "agent_is_linked",
  "no_such_agent",
] as const;

export type OperatorProblem = {
  code: OperatorInputError | (typeof CONFLICTS)[number] | "taken_hidden" | "forbidden" | "failed";
  /** Whose the name is, where the actor may see them. */
  other: { id: string; name: string; canMerge: boolean } | null;
};

const detailsShape = z.object({
  reason: z.enum(CONFLICTS),
  other: z.object({ id: z.string(), name: z.string(), canMerge: z.boolean() }).nullish(),
});

/** Why a change of an operator was refused, as a code that the screen has words for. What is no refusal is thrown on. */
export function toOperatorProblem(error: unknown): OperatorProblem {
  if (isDatabaseAway(error)) return { code: "failed", other: null };
  if (!(error instanceof AppError)) throw error;
  if (error.code === "forbidden") return { code: "forbidden", other: null };
  const details = detailsShape.safeParse(error.details);
  if (error.code !== "conflict" || !details.success) throw error;
  const { reason, other = null } = details.data;
  return { code: reason.startsWith("taken_as") && !other ? "taken_hidden" : reason, other };
}
