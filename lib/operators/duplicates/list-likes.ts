import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { operators } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { findAlike, type LikelyDuplicate } from "./find-alike";

/** Who may be the same person as one operator, of those that the viewer may merge with it; `one` is the operator. None when they may not. */
export async function listLikes({ viewer, id }: { viewer: Actor; id: string }): Promise<LikelyDuplicate[]> {
  return db.transaction(
    async (tx) => (await findAlike(tx, { actor: viewer, among: eq(operators.id, id), limit: 1, isOlderOnly: false })).pairs,
  );
}
