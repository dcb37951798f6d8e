import { and, eq, isNull, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { users } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { SessionClaims } from "./session-token";

/** Notes that a person has just signed in, and says so in the audit log: last in its transaction. False, and nothing noted, once the account or the session version is no more what it was. */
export async function recordSignIn({ userId, sessionVersion }: SessionClaims, tx: Transaction): Promise<boolean> {
  const [user] = await tx
    .update(users)
    .set({ lastSignedInAt: sql`now()` })
    .where(and(eq(users.id, userId), eq(users.sessionVersion, sessionVersion), isNull(users.disabledAt)))
    .returning({ name: users.name, role: users.role });
  if (!user) return false;
  const actor = { userId, role: user.role, campaignIds: [], operatorId: null };
  await recordAuditEntry({ actor, action: "user.signed_in", object: { kind: "user", id: userId, name: user.name } }, tx);
  return true;
}
