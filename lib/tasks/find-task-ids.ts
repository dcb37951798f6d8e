import { asc, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calls, tasks } from "@/db/schema";
import { type TaskIdPageInput, taskIdPage } from "./task-id-page";

/** How many tasks are looked through one by one before the index of numbers is asked. */
const WINDOW = 4000;

/** The ids of one page of tasks, in order; at most `rowCount`. */
export async function findTaskIds(input: TaskIdPageInput): Promise<string[]> {
  const { numberDigits } = input.filters;
  if (numberDigits) return findByNumber(input, numberDigits);
  const page = taskIdPage(input);
  const rows = await db.select({ id: page.id }).from(page);
  return rows.map(({ id }) => id);
}

/**
 * Digits that many calls have, such as an area code, soon fill a page from the front of the list; digits that few have are found through
 * the index. Which of both it is the planner cannot know, so that they are tried in this order, and it is told how many the few are.
 */
async function findByNumber(input: TaskIdPageInput, digits: string): Promise<string[]> {
  const front = taskIdPage({ ...input, rowCount: WINDOW });
  const direction = input.isDescending ? desc : asc;
  const found = await db
    .select({ id: front.id })
    .from(front)
    .innerJoin(tasks, eq(tasks.id, front.id))
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .where(hasNumber(digits))
    .orderBy(direction(front.at), direction(front.id))
    .limit(input.rowCount);
  if (found.length === input.rowCount) return found.map(({ id }) => id);

  const hits = await db.select({ id: calls.id }).from(calls).where(hasNumber(digits));
  const page = taskIdPage(
    input,
    hits.map(({ id }) => id),
  );
  const rows = await db.select({ id: page.id }).from(page);
  return rows.map(({ id }) => id);
}

/** Written as in the index calls_numbers_trgm_idx, or that would not be used. */
function hasNumber(digits: string) {
  const numbers = sql`(${calls.callingNormalized} || ' ' || ${calls.calledNormalized})`;
  return sql`${calls.recordingStatus} = 'stored' and ${numbers} like ${`%${digits}%`}`;
}
