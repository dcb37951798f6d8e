import { type SQL, sql } from "drizzle-orm";

/** Counting stops here: it is one short read of an index for each tag, however many tasks bear it. */
export const MAX_TAGGED_COUNT = 10_000;

/** How many tasks bear the tag of this id, as an expression; MAX_TAGGED_COUNT also for more. */
export function countTaggedTasks(tagId: SQL): SQL<number> {
  return sql<number>`(select count(*)::int from (select 1 from task_tags where task_tags.tag_id = ${tagId} limit ${sql.raw(String(MAX_TAGGED_COUNT))}) as tagged)`;
}
