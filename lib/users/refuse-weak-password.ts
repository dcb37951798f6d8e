import { AppError } from "@/lib/errors";
import { MIN_PASSWORD_LENGTH, type PasswordProblem, passwordProblem } from "./password-problem";

/** Throws `invalid` with `details.field` and `details.problem` for a password that is not good enough for an account with these names and addresses. */
export function refuseWeakPassword(password: string, identity: string[]): void {
  const problem = passwordProblem(password, identity);
  if (problem) throw new AppError("invalid", SENTENCES[problem], { details: { field: "password", problem } });
}

const SENTENCES: Record<PasswordProblem, string> = {
  too_short: `The password needs at least ${MIN_PASSWORD_LENGTH} characters.`,
  too_long: "The password is too long.",
  too_repetitive: "The password uses too few different characters.",
  too_common: "The password is a well-known one.",
  contains_identity: "The password is the user's own name or e-mail.",
};
