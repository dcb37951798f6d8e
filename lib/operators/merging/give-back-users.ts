import { and, eq, inArray, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { operatorMergeItems, users } from "@/db/schema";

type Merge = { id: string; sourceId: string; targetId: string };

/** Links accounts as they were before a merge, each as far as nobody has linked it, or the operator, otherwise since. */
export async function giveBackUsers(tx: Transaction, { id, sourceId, targetId }: Merge): Promise<void> {
  const items = await tx
    .select({ kind: operatorMergeItems.kind, objectId: operatorMergeItems.objectId })
    .from(operatorMergeItems)
    .where(
      and(eq(operatorMergeItems.mergeId, id), inArray(operatorMergeItems.kind, ["user", "source_user_unlinked", "target_user_unlinked"])),
    );
  const userOf = (kind: string) => items.find((item) => item.kind === kind)?.objectId;
  const followed = userOf("user");
  if (followed)
    await tx
      .update(users)
      .set({ operatorId: sourceId })
      .where(and(eq(users.id, followed), eq(users.operatorId, targetId)));
  await linkAgain(tx, userOf("source_user_unlinked"), sourceId);
  await linkAgain(tx, userOf("target_user_unlinked"), targetId);
}

async function linkAgain(tx: Transaction, userId: string | undefined, operatorId: string): Promise<void> {
  if (!userId || (await tx.$count(users, eq(users.operatorId, operatorId))) > 0) return;
  await tx
    .update(users)
    .set({ operatorId })
    .where(and(eq(users.id, userId), isNull(users.operatorId)));
}
