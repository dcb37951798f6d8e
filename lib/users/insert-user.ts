import type { Database, Transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { users } from "@/db/schema";
import { AppError } from "@/lib/errors";
import type { PreparedUser } from "./prepare-user";

export type CreatedUser = { id: string; email: string; name: string; role: Role; sessionVersion: number };

/** Writes the user. Throws `conflict` when somebody has that e-mail. */
export async function insertUser(executor: Database | Transaction, prepared: PreparedUser): Promise<CreatedUser> {
  const [user] = await executor
    .insert(users)
    .values(prepared)
    .onConflictDoNothing({ target: users.email })
    .returning({ id: users.id, email: users.email, name: users.name, role: users.role, sessionVersion: users.sessionVersion });
  if (!user) throw new AppError("conflict", `There is already a user ${prepared.email}.`, { details: { field: "email" } });
  return user;
}
