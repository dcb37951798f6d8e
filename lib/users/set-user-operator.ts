import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { operators, users } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { userConflict } from "./user-conflict";

/**
 * Says whose calls are a person's own; null for nobody's. The caller has checked who asks. Throws `invalid` with `details.field` for an
 * operator that is not there or was merged into another, `conflict` when the operator is somebody else's already, under concurrency too.
 */
export async function setUserOperator(
  { userId, operatorId }: { userId: string; operatorId: string | null },
  tx: Transaction,
): Promise<void> {
  if (operatorId !== null) {
    const [operator] = await tx
      .select({ id: operators.id })
      .from(operators)
      .where(and(eq(operators.id, operatorId), isNull(operators.mergedIntoId)))
      .for("key share");
    if (!operator) throw new AppError("invalid", "There is no such operator.", { details: { field: "operatorId" } });
  }
  try {
    await tx.update(users).set({ operatorId }).where(eq(users.id, userId));
  } catch (error) {
    if (violates(error, "users_operator_key")) throw userConflict("operator_taken", { cause: error });
    throw error;
  }
}

function violates(error: unknown, constraint: string): boolean {
  for (let current = error; current instanceof Error; current = current.cause)
    if ("constraint_name" in current && current.constraint_name === constraint) return true;
  return false;
}
