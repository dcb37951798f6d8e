import { sql } from "drizzle-orm";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { recordSignIn } from "@/lib/auth/record-sign-in";
import { AppError } from "@/lib/errors";
import { type CreatedUser, insertUser } from "./insert-user";
import { type NewUser, prepareUser } from "./prepare-user";

/** Makes the first account, an admin's who signs in by that, exactly once however many ask at the same time. Throws `conflict` when anybody has an account. */
export async function createFirstAdmin(input: Omit<NewUser, "role">): Promise<CreatedUser> {
  const prepared = await prepareUser({ ...input, role: "admin" });
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.firstAdmin})`);
    const [somebody] = await transaction.select({ id: users.id }).from(users).limit(1);
    if (somebody) throw new AppError("conflict", "The first account has already been created.");
    const admin = await insertUser(transaction, prepared);
    const { id, name, email, role, sessionVersion } = admin;
    const object = { kind: "user", id, name };
    await recordAuditEntry({ actor: "system", action: "user.created", object, details: { email, role } }, transaction);
    await recordSignIn({ userId: id, sessionVersion }, transaction);
    return admin;
  });
}
