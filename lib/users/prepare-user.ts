import { z } from "zod";
import type { Role } from "@/db/enums";
import { hashPassword } from "@/lib/auth/hash-password";
import { AppError } from "@/lib/errors";
import { MIN_PASSWORD_LENGTH, type PasswordProblem, passwordProblem } from "./password-problem";

export type NewUser = { email: string; password: string; name?: string; role: Role };
/** A new user whose values have been checked and whose password is hashed: what is slow is done before anything is locked. */
export type PreparedUser = { email: string; name: string; role: Role; passwordHash: string };

/** Checks and hashes. Throws `invalid` with `details.field`, and for passwords `details.problem`. */
export async function prepareUser({ email, password, name, role }: NewUser): Promise<PreparedUser> {
  const address = z.email().max(254).safeParse(email.trim().toLowerCase());
  if (!address.success) throw new AppError("invalid", `"${email}" is not an e-mail address.`, { details: { field: "email" } });
  const displayName = name?.trim() || (address.data.split("@")[0] ?? address.data);
  const problem = passwordProblem(password, [address.data, displayName]);
  if (problem) throw new AppError("invalid", PASSWORD_SENTENCES[problem], { details: { field: "password", problem } });
  return { email: address.data, name: displayName.slice(0, 200), role, passwordHash: await hashPassword(password) };
}

const PASSWORD_SENTENCES: Record<PasswordProblem, string> = {
  too_short: `The password needs at least ${MIN_PASSWORD_LENGTH} characters.`,
  too_long: "The password is too long.",
  too_repetitive: "The password uses too few different characters.",
  too_common: "The password is a well-known one.",
  contains_identity: "The password is the user's own name or e-mail.",
};
