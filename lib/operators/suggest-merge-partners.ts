import { and, asc, isNull, ne, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operators } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { likePattern } from "@/lib/like-pattern";
import { isEditable, requireOperatorManager, visibleOperators } from "./operator-access";
import { operatorMatchKey } from "./operator-match-key";

export type MergePartner = { id: string; name: string };

type SuggestMergePartnersInput = {
  viewer: Actor;
  /** Part of the name, whatever its case and accents. */
  text: string;
  exceptId: string;
};

/** Operators that one can be merged with, by name; at most 20, of those that the viewer may merge. */
export async function suggestMergePartners({ viewer, text, exceptId }: SuggestMergePartnersInput): Promise<MergePartner[]> {
  requireOperatorManager(viewer);
  const pattern = likePattern(operatorMatchKey(text));
  return db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(
      and(
        isNull(operators.mergedIntoId),
        ne(operators.id, exceptId),
        sql`${operators.matchKey} like ${pattern}`,
        visibleOperators(viewer),
        isEditable(viewer),
      ),
    )
    .orderBy(asc(operators.matchKey))
    .limit(20);
}
