import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { operators, users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { toUserSummary, type UserSummary, userColumns } from "./user-columns";

/** The person who signs in by an e-mail, in whatever case it is typed. Admins only. */
export async function getUserByEmail({ actor, email }: { actor: Actor; email: string }): Promise<UserSummary> {
  requireAdmin(actor);
  const [row] = await db
    .select(userColumns)
    .from(users)
    .leftJoin(operators, eq(operators.id, users.operatorId))
    .where(eq(users.email, email.trim().toLowerCase()));
  if (!row) throw new AppError("not_found", `There is no user ${email.trim()}.`);
  return toUserSummary(row);
}
