import type { Sql } from "postgres";

/** How many tasks there are. */
export async function countTasks(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*)::int as count from tasks`;
  return row?.count ?? 0;
}
