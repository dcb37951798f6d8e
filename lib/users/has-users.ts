import { db } from "@/db/client";
import { users } from "@/db/schema";

/** Whether anybody has an account. False only on a new installation. */
export async function hasUsers(): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row !== undefined;
}
