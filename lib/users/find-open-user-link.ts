import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { type Database, db, type Transaction } from "@/db/client";
import type { UserLinkPurpose } from "@/db/enums";
import { userLinks, users } from "@/db/schema";
import { hashLinkSecret } from "./user-link-secret";

/** A link that can be used, and whose it is. */
export type OpenUserLink = { id: string; userId: string; purpose: UserLinkPurpose; name: string; email: string; expiresAt: Date };

/** The open link of a secret. Null, after the same work, for one that was used, has expired, was taken back or never was. */
export async function findOpenUserLink({ secret }: { secret: string }, tx: Database | Transaction = db): Promise<OpenUserLink | null> {
  const [link] = await tx
    .select({
      id: userLinks.id,
      userId: userLinks.userId,
      purpose: userLinks.purpose,
      name: users.name,
      email: users.email,
      expiresAt: userLinks.expiresAt,
    })
    .from(userLinks)
    .innerJoin(users, eq(users.id, userLinks.userId))
    .where(
      and(
        eq(userLinks.secretSha256, hashLinkSecret(secret)),
        isNull(userLinks.endedAt),
        gt(userLinks.expiresAt, sql`now()`),
        isNull(users.disabledAt),
      ),
    );
  return link ?? null;
}
