import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, disputes, operators } from "@/db/schema";
import { visibleAudits } from "@/lib/audits/audit-access";
import type { Viewer } from "@/lib/auth/viewer";

const MAX_OPERATORS = 500;

/** Those whose audits were disputed, of the audits that the viewer may see, by name. */
export async function listDisputedOperators({ viewer }: { viewer: Viewer }): Promise<{ id: string; name: string }[]> {
  return db
    .selectDistinct({ id: operators.id, name: operators.name })
    .from(disputes)
    .innerJoin(audits, eq(audits.id, disputes.auditId))
    .innerJoin(operators, eq(operators.id, audits.operatorId))
    .where(visibleAudits(viewer))
    .orderBy(asc(operators.name), asc(operators.id))
    .limit(MAX_OPERATORS);
}
