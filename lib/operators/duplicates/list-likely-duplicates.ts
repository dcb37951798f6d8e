import { lt } from "drizzle-orm";
import { db } from "@/db/client";
import { operators } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import type { Page } from "@/lib/pagination";
import { isOperatorId } from "../is-operator-id";
import { requireOperatorManager } from "../operator-access";
import { findAlike, type LikelyDuplicate } from "./find-alike";

const CHUNK = 25;
/** A page ends here even when it found nothing, and the next one goes on. */
const MAX_LOOKED_THROUGH = 200;

type ListLikelyDuplicatesInput = {
  viewer: Actor;
  /** `nextCursor` of the page before; anything else begins with the newest operators. */
  cursor?: string | null;
  limit?: number;
};

/**
 * Pairs of operators that may be one person, those with the newest operators first, of which the viewer may merge both. A page looks through a
 * bounded number of operators, whatever number there are: it may be short, or empty, and still have a next one.
 */
export async function listLikelyDuplicates(input: ListLikelyDuplicatesInput): Promise<Page<LikelyDuplicate> & { lookedThrough: number }> {
  const { viewer, cursor, limit = 20 } = input;
  requireOperatorManager(viewer);
  return db.transaction(async (tx) => {
    const items: LikelyDuplicate[] = [];
    let before = cursor && isOperatorId(cursor) ? cursor : null;
    for (let lookedThrough = 0; ; ) {
      const among = before === null ? undefined : lt(operators.id, before);
      const { rows, pairs } = await findAlike(tx, { actor: viewer, among, limit: CHUNK, isOlderOnly: true });
      const ids = [...new Set(rows.map(({ id }) => id))];
      for (const id of ids) {
        items.push(...pairs.filter(({ one }) => one.id === id));
        lookedThrough += 1;
        before = id;
        if (items.length >= limit) break;
      }
      const isEnd = ids.length < CHUNK && before === (ids.at(-1) ?? before);
      if (isEnd || items.length >= limit || lookedThrough >= MAX_LOOKED_THROUGH)
        return { items, nextCursor: isEnd ? null : before, lookedThrough };
    }
  });
}
