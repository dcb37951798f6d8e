import { z } from "zod";
import type { Role } from "@/db/enums";
import { hashPassword } from "@/lib/auth/hash-password";
import { AppError } from "@/lib/errors";
import { refuseWeakPassword } from "./refuse-weak-password";

export type NewUser = { email: string; password: string; name?: string; role: Role };
/** A new user whose values have been checked and whose password is hashed: what is slow is done before anything is locked. */
export type PreparedUser = { email: string; name: string; role: Role; passwordHash: string };

/** Checks and hashes. Throws `invalid` with `details.field`, and for passwords `details.problem`. */
export async function prepareUser({ email, password, name, role }: NewUser): Promise<PreparedUser> {
  const address = z.email().max(254).safeParse(email.trim().toLowerCase());
  if (!address.success) throw new AppError("invalid", `"${email}" is not an e-mail address.`, { details: { field: "email" } });
  const displayName = name?.trim() || (address.data.split("@")[0] ?? address.data);
  refuseWeakPassword(password, [address.data, displayName]);
  return { email: address.data, name: displayName.slice(0, 200), role, passwordHash: await hashPassword(password) };
}
