import { and, eq, ne, type SQL } from "drizzle-orm";
import { audits } from "@/db/schema";
import { visibleAudits } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";
import { canManageOperators, operatorNotFound } from "@/lib/operators/operator-access";

/**
 * The audits that count of one operator, as far as the viewer may see them, as a condition on `audits`. Throws not-found for an agent who asks
 * for somebody else, and for those who look after no operators.
 */
export function agentAudits({ viewer, operatorId }: { viewer: Viewer; operatorId: string }): SQL | undefined {
  const mayAsk = viewer.role === "agent" ? viewer.operatorId === operatorId : canManageOperators(viewer);
  if (!mayAsk) throw operatorNotFound();
  return and(eq(audits.operatorId, operatorId), eq(audits.kind, "quality"), ne(audits.status, "open"), visibleAudits(viewer));
}
