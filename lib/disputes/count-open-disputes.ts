import { and, count, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, disputes } from "@/db/schema";
import { readableAuditsOfList } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";
import { canDecideDisputes } from "./dispute-access";

/** How many disputes wait for a decision in what the viewer decides about; 0 for those who decide none. */
export async function countOpenDisputes({ viewer }: { viewer: Viewer }): Promise<number> {
  if (!canDecideDisputes(viewer)) return 0;
  const [row] = await db
    .select({ count: count() })
    .from(disputes)
    .innerJoin(audits, eq(audits.id, disputes.auditId))
    .where(and(eq(disputes.status, "open"), await readableAuditsOfList(viewer)));
  return row?.count ?? 0;
}
