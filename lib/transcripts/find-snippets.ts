import { inArray, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { segments } from "@/db/schema";
import { spokenQuery } from "./search-transcripts";
import { HIT_END, HIT_START, type Snippet } from "./snippet";

/** What is said of a text in each of these tasks, by the task's id; tasks in which it is not said are left out. Whether the viewer may see them is asked before. */
export async function findSnippets({ taskIds, text }: { taskIds: string[]; text: string }): Promise<Map<string, Snippet>> {
  const query = spokenQuery(text);
  if (!query || taskIds.length === 0) return new Map();
  const options = `StartSel=${HIT_START}, StopSel=${HIT_END}, MaxWords=18, MinWords=8, MaxFragments=1`;
  const first = db
    .selectDistinctOn([segments.taskId], {
      taskId: segments.taskId,
      text: segments.text,
      startMs: segments.startMs,
      hitCount: sql<number>`count(*) over (partition by ${segments.taskId})`.mapWith(Number).as("hit_count"),
    })
    .from(segments)
    .where(sql`${inArray(segments.taskId, taskIds)} and ${segments.search} @@ ${query}`)
    .orderBy(segments.taskId, segments.position)
    .as("first");
  const rows = await db
    .select({
      taskId: first.taskId,
      startMs: first.startMs,
      hitCount: first.hitCount,
      text: sql<string>`ts_headline('simple', ${first.text}, ${query}, ${options})`,
    })
    .from(first);
  return new Map(rows.map(({ taskId, startMs, ...snippet }) => [taskId, { ...snippet, seconds: startMs / 1000 }]));
}
