import { sql } from "drizzle-orm";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { type CreatedUser, insertUser } from "./insert-user";
import { type NewUser, prepareUser } from "./prepare-user";

/** Makes the first account, an admin's, exactly once however many ask at the same time. Throws `conflict` when anybody has an account. */
export async function createFirstAdmin(input: Omit<NewUser, "role">): Promise<CreatedUser> {
  const prepared = await prepareUser({ ...input, role: "admin" });
  return db.transaction(async (transaction) => {
    await transaction.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.firstAdmin})`);
    const [somebody] = await transaction.select({ id: users.id }).from(users).limit(1);
    if (somebody) throw new AppError("conflict", "The first account has already been created.");
    return insertUser(transaction, prepared);
  });
}
