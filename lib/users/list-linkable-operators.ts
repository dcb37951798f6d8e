import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operators, users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { likePattern } from "@/lib/like-pattern";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";

export type LinkableOperator = { id: string; name: string };

const MAX_SUGGESTIONS = 20;

/** Operators that nobody's account is linked to yet, by part of the name, whatever its case and accents. Admins only. */
export async function listLinkableOperators({ actor, text = "" }: { actor: Actor; text?: string }): Promise<LinkableOperator[]> {
  requireAdmin(actor);
  const name = operatorMatchKey(text);
  return db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .leftJoin(users, eq(users.operatorId, operators.id))
    .where(
      and(isNull(operators.mergedIntoId), isNull(users.id), name === "" ? undefined : sql`${operators.matchKey} like ${likePattern(name)}`),
    )
    .orderBy(asc(operators.matchKey))
    .limit(MAX_SUGGESTIONS);
}
