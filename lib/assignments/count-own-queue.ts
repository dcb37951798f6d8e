import { eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { assignments, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { waitsFor } from "./queue-conditions";

/** How many calls wait for a viewer to audit them. None for agents. */
export async function countOwnQueue({ viewer }: { viewer: Viewer }): Promise<number> {
  if (viewer.role === "agent") return 0;
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(waitsFor(viewer));
  return row?.count ?? 0;
}
