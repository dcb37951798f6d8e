import { and, asc, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operators } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { requireOperatorManager, visibleOperators } from "./operator-access";
import { operatorMatchKey } from "./operator-match-key";

const SUGGESTED = 20;

/** The first operators, by name, that contain a text and that the viewer may give calls to: those whom holdAssignableOperator takes. */
export async function listAssignableOperators({ viewer, text }: { viewer: Viewer; text: string }): Promise<{ id: string; name: string }[]> {
  requireOperatorManager(viewer);
  const name = operatorMatchKey(text);
  return db
    .select({ id: operators.id, name: operators.name })
    .from(operators)
    .where(
      and(
        isNull(operators.mergedIntoId),
        visibleOperators(viewer),
        name === "" ? undefined : sql`${operators.matchKey} like ${`%${name.replace(/[\\%_]/g, "\\$&")}%`}`,
      ),
    )
    .orderBy(asc(operators.matchKey))
    .limit(SUGGESTED);
}
