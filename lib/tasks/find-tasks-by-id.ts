import { and, desc, eq, or, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Direction, TaskStatus } from "@/db/enums";
import { calls, campaigns, operators, tasks } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleTasks } from "./task-access";

const WHOLE_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
/** What lists show of an id. */
const END_OF_ID = /^[0-9a-f]{8}$/i;

export type NamedTask = {
  id: string;
  campaignName: string;
  operatorName: string | null;
  direction: Direction;
  status: TaskStatus;
  /** The other party, as it came; empty for a hidden caller. */
  number: string;
  startedAt: Date;
};

/** The tasks that a whole id, an address with one, or the last eight characters of one mean; only those that the viewer may see. */
export async function findTasksById({ viewer, text, limit }: { viewer: Viewer; text: string; limit: number }): Promise<NamedTask[]> {
  const [wholeId] = WHOLE_ID.exec(text) ?? [];
  const endOfId = END_OF_ID.test(text) ? text.toLowerCase() : null;
  if (!wholeId && !endOfId) return [];
  return db
    .select({
      id: tasks.id,
      campaignName: campaigns.name,
      operatorName: operators.name,
      direction: tasks.direction,
      status: tasks.status,
      number: sql<string>`case ${tasks.direction} when 'inbound' then ${calls.calling} else ${calls.called} end`,
      startedAt: tasks.startedAt,
    })
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .innerJoin(campaigns, eq(campaigns.id, tasks.campaignId))
    .leftJoin(operators, eq(operators.id, tasks.operatorId))
    .where(
      and(
        or(
          wholeId ? eq(tasks.id, wholeId) : undefined,
          // Written as in the index tasks_id_end_idx, or that would not be used.
          endOfId ? sql`right(${tasks.id}::text, 8) = ${endOfId}` : undefined,
        ),
        visibleTasks(viewer),
      ),
    )
    .orderBy(desc(tasks.id))
    .limit(limit);
}
