import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import type { UserLinkPurpose } from "@/db/enums";
import { userLinks } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { endUserLinks } from "./end-user-links";
import { hashLinkSecret, makeLinkSecret } from "./user-link-secret";

/** How long a link can be used. */
const USER_LINK_HOURS: Record<UserLinkPurpose, number> = { invitation: 7 * 24, password_reset: 24 };

/** `secret` is here for the only time: it is not stored, and nobody can show it again. */
export type CreatedUserLink = { secret: string; purpose: UserLinkPurpose; expiresAt: Date };

type InsertUserLinkInput = { actor: Actor; userId: string; purpose: UserLinkPurpose };

/** Makes a link by which a person chooses a password, and ends those of before. The person's row must be locked, so that one link is open at most. */
export async function insertUserLink({ actor, userId, purpose }: InsertUserLinkInput, tx: Transaction): Promise<CreatedUserLink> {
  await endUserLinks({ userId }, tx);
  const secret = makeLinkSecret();
  const [link] = await tx
    .insert(userLinks)
    .values({
      userId,
      purpose,
      secretSha256: hashLinkSecret(secret),
      createdBy: actor === "system" ? null : actor.userId,
      expiresAt: sql`now() + make_interval(hours => ${USER_LINK_HOURS[purpose]})`,
    })
    .returning({ expiresAt: userLinks.expiresAt });
  if (!link) throw new Error("PostgreSQL returned no row for a link that it inserted.");
  return { secret, purpose, expiresAt: link.expiresAt };
}
