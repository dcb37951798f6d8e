import { and, arrayContains, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "@/db/client";
import { campaigns, userCampaigns, users } from "@/db/schema";
import type { DigestScope } from "./build-digest";
import { digestScopeOf, getsDigest } from "./digest-access";

/** Whom a digest goes to, and of which campaigns. */
export type DigestAddressee = { name: string | null; address: string; scope: DigestScope };

/** The addressee behind a recipient of listDigestRecipients as things are now; null for who is not to get it any more. */
export async function findDigestAddressee(recipient: string): Promise<DigestAddressee | null> {
  const [kind, ...rest] = recipient.split(":");
  const value = rest.join(":");
  return kind === "user" ? findUser(value) : findAddress(value);
}

async function findUser(id: string): Promise<DigestAddressee | null> {
  const [user] = await db
    .select({ name: users.name, email: users.email, role: users.role, receivesDigest: users.receivesDigest })
    .from(users)
    .where(and(eq(users.id, id), isNull(users.disabledAt), isNotNull(users.passwordHash)));
  if (!user || !getsDigest(user)) return null;
  const own = await db.select({ id: userCampaigns.campaignId }).from(userCampaigns).where(eq(userCampaigns.userId, id));
  return { name: user.name, address: user.email, scope: digestScopeOf({ role: user.role, campaignIds: own.map((row) => row.id) }) };
}

async function findAddress(address: string): Promise<DigestAddressee | null> {
  if ((await db.$count(users, eq(users.email, address))) > 0) return null;
  const named = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(and(isNull(campaigns.archivedAt), arrayContains(campaigns.supervisorEmails, [address])));
  return named.length === 0 ? null : { name: null, address, scope: named.map(({ id }) => id) };
}
