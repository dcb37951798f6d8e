import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { Role } from "@/db/enums";
import { users } from "@/db/schema";
import { userConflict } from "./user-conflict";
import { userNotFound } from "./user-not-found";
import { type UserState, userState } from "./user-state";

/** A person whose row stays as it is until the transaction ends. */
export type LockedUser = { id: string; name: string; email: string; role: Role; operatorId: string | null; state: UserState };

/** Locks one person's row. Throws not-found where there is none. */
export async function lockUser(tx: Transaction, id: string): Promise<LockedUser> {
  const [row] = await tx
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      role: users.role,
      operatorId: users.operatorId,
      disabledAt: users.disabledAt,
      passwordHash: users.passwordHash,
    })
    .from(users)
    .where(eq(users.id, id))
    // Rows that point here, such as memberships, may still be written meanwhile.
    .for("no key update");
  if (!row) throw userNotFound();
  const { disabledAt, passwordHash, ...user } = row;
  return { ...user, state: userState({ disabledAt, hasPassword: passwordHash !== null }) };
}

/**
 * Locks a person whom the change would take from the admins, after every active admin: of two admins who would end each other at once, one
 * does. Throws `conflict` when nobody would be left who can sign in as an admin.
 */
export async function lockUserAmongAdmins(tx: Transaction, id: string): Promise<LockedUser & { isLastAdmin: boolean }> {
  const admins = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt), isNotNull(users.passwordHash)))
    .orderBy(asc(users.id))
    .for("no key update");
  const user = await lockUser(tx, id);
  return { ...user, isLastAdmin: user.role === "admin" && user.state === "active" && admins.every((admin) => admin.id === id) };
}

/** Throws `conflict` for the last person who can sign in as an admin. */
export function refuseLastAdmin({ isLastAdmin }: { isLastAdmin: boolean }): void {
  if (isLastAdmin) throw userConflict("last_admin");
}
