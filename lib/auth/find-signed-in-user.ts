import { and, eq, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { membershipOf } from "./find-viewer";
import type { SessionClaims } from "./session-token";
import type { Viewer } from "./viewer";

/** The person behind a session, with what the frame of each page shows of them. */
export type SignedInUser = { viewer: Viewer; name: string; email: string };

/** Whose session this is, as the database has it now; null once the user is disabled, gone, or has ended all sessions. */
export async function findSignedInUser({ userId, sessionVersion }: SessionClaims): Promise<SignedInUser | null> {
  const [row] = await db
    .select({
      name: users.name,
      email: users.email,
      role: users.role,
      operatorId: users.operatorId,
      campaignIds: membershipOf(users.id),
    })
    .from(users)
    .where(and(eq(users.id, userId), eq(users.sessionVersion, sessionVersion), isNull(users.disabledAt)));
  if (!row) return null;
  const { name, email, role, operatorId, campaignIds } = row;
  return { viewer: { userId, role, operatorId, campaignIds }, name, email };
}
