import { AppError } from "@/lib/errors";

/** Why a change of a person is refused though the person is there; each with its words in messages/*.json. */
const USER_CONFLICTS = ["last_admin", "own_role", "own_account", "operator_taken", "email_taken", "disabled"] as const;
export type UserConflict = (typeof USER_CONFLICTS)[number];

/** A `conflict` with its reason in `details.reason`. */
export function userConflict(reason: UserConflict, options: { cause?: unknown } = {}): AppError {
  return new AppError("conflict", SENTENCES[reason], { ...options, details: { reason } });
}

/** The reason in an error made by userConflict; null for any other error. */
export function userConflictOf(error: unknown): UserConflict | null {
  if (!(error instanceof AppError) || error.code !== "conflict") return null;
  return USER_CONFLICTS.find((reason) => reason === error.details.reason) ?? null;
}

const SENTENCES: Record<UserConflict, string> = {
  last_admin: "This is the last active admin: make somebody else an admin first.",
  own_role: "Nobody changes their own role: another admin can.",
  own_account: "Nobody disables their own account: another admin can.",
  operator_taken: "That operator belongs to somebody else's account already.",
  email_taken: "There is already a user with that e-mail.",
  disabled: "The account is disabled: enable it first.",
};
