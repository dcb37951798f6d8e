import { and, asc, eq, exists, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { audits, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleAudits } from "./audit-access";

const MAX_AUDITORS = 500;

/** People whose audits the viewer sees, by name, also those who are disabled meanwhile: their audits stay. None for agents, who see no names. */
export async function listAuditors({ viewer }: { viewer: Viewer }): Promise<{ id: string; name: string }[]> {
  if (viewer.role === "agent") return [];
  const audited = db
    .select({ one: sql`1` })
    .from(audits)
    .where(and(eq(audits.auditorId, users.id), visibleAudits(viewer)));
  return db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(exists(audited))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MAX_AUDITORS);
}
