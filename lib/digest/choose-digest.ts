import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { canGetDigest, digestNotFound } from "./digest-access";

/** Says whether one wants the weekly digest, from the next one on. For supervisors and admins; not found for others. */
export async function chooseDigest({ viewer, isWanted }: { viewer: Viewer; isWanted: boolean }): Promise<void> {
  if (!canGetDigest(viewer)) throw digestNotFound();
  await db.update(users).set({ receivesDigest: isWanted }).where(eq(users.id, viewer.userId));
}
