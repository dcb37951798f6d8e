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
  // The offset keeps this a look at the lines of these tasks: the index of words knows those of every task.
  const rows = await db.execute<Omit<Snippet, "seconds"> & { taskId: string; startMs: number }>(sql`
    with first as (
      select distinct on (task_id) task_id, text, start_ms, count(*) over (partition by task_id)::int as hit_count
      from (select * from ${segments} where ${inArray(segments.taskId, taskIds)} offset 0) as lines
      where search @@ ${query} order by task_id, position)
    select task_id as "taskId", start_ms as "startMs", hit_count as "hitCount", ts_headline('simple', text, ${query}, ${options}) as text
    from first`);
  return new Map(rows.map(({ taskId, startMs, ...snippet }) => [taskId, { ...snippet, seconds: startMs / 1000 }]));
}
