import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { isMailConfigured } from "@/lib/mail/is-mail-configured";
import { canGetDigest, getsDigest } from "./digest-access";

/** Whether the viewer gets the weekly digest, and whether the installation can send it; null for those to whom there is none. */
export async function findDigestChoice({ viewer }: { viewer: Viewer }): Promise<{ isWanted: boolean; isMailConfigured: boolean } | null> {
  if (!canGetDigest(viewer)) return null;
  const [user] = await db.select({ receivesDigest: users.receivesDigest }).from(users).where(eq(users.id, viewer.userId));
  const receivesDigest = user?.receivesDigest ?? null;
  return { isWanted: getsDigest({ role: viewer.role, receivesDigest }), isMailConfigured: isMailConfigured() };
}
