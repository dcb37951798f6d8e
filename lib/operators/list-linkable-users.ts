import { and, asc, eq, isNull, or } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { linkableUsers } from "./linkable-users";

export type LinkableUser = { id: string; name: string; email: string };

/** Agents whom an operator can be linked to, by name: those without an operator, and this one's own. At most 500. */
export async function listLinkableUsers({ viewer, operatorId }: { viewer: Actor; operatorId: string }): Promise<LinkableUser[]> {
  return db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(and(linkableUsers(viewer), isNull(users.disabledAt), or(isNull(users.operatorId), eq(users.operatorId, operatorId))))
    .orderBy(asc(users.name), asc(users.id))
    .limit(500);
}
