import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

export type AuditActor = { id: string; name: string; email: string };

const MAX_ACTORS = 1000;

/** People whose acts the log can be narrowed to, by name: those with an account, 1,000 at most, and the one chosen already. Admins only. */
export async function listAuditActors({ actor, chosenId }: { actor: Actor; chosenId?: string }): Promise<AuditActor[]> {
  requireAdmin(actor);
  const columns = { id: users.id, name: users.name, email: users.email };
  const people = await db.select(columns).from(users).orderBy(asc(users.name), asc(users.id)).limit(MAX_ACTORS);
  if (chosenId === undefined || people.some(({ id }) => id === chosenId)) return people;
  return [...people, ...(await db.select(columns).from(users).where(eq(users.id, chosenId)))];
}
