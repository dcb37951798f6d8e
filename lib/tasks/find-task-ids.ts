import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { calls, tasks } from "@/db/schema";
import { type TaskIdPageInput, taskIdPage } from "./task-id-page";

/** How many tasks are looked through one by one before the index of numbers is asked. */
const WINDOW = 2000;

/** More calls than these are not asked for by their ids. */
const MAX_HITS = 10_000;

const ALL = 2 ** 31 - 1;

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
 * the index. Which of both it is the planner cannot know, since it has no statistics of a partial index: a look at the front tells.
 */
async function findByNumber(input: TaskIdPageInput, digits: string): Promise<string[]> {
  const found = await findFromFront(input, digits, WINDOW);
  if (found.length === input.rowCount || (await isWithinWindow(input))) return found;
  const areCommon = found.length > input.rowCount / 5;
  return (areCommon ? null : await findThroughIndex(input, digits)) ?? findFromFront(input, digits, ALL);
}

/** Null when too many calls have the digits. */
async function findThroughIndex(input: TaskIdPageInput, digits: string): Promise<string[] | null> {
  const hits = await db
    .select({ id: calls.id })
    .from(calls)
    .where(hasNumber(digits))
    .limit(MAX_HITS + 1);
  if (hits.length > MAX_HITS) return null;
  const page = taskIdPage(
    input,
    hits.map(({ id }) => id),
  );
  const rows = await db.select({ id: page.id }).from(page);
  return rows.map(({ id }) => id);
}

/** Looks through so many tasks in order, or through all, until the page is full. */
async function findFromFront(input: TaskIdPageInput, digits: string, lookedThrough: number): Promise<string[]> {
  const front = taskIdPage({ ...input, rowCount: lookedThrough });
  // The limit keeps this a look at one task after the other: the planner would rather ask the index for every call of the digits first.
  const ofOne = db
    .select({ one: sql`1`.as("one") })
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .where(and(eq(tasks.id, front.id), hasNumber(digits)))
    .limit(1)
    .as("of_one_number");
  const direction = input.isDescending ? desc : asc;
  const rows = await db
    .select({ id: front.id })
    .from(front)
    .crossJoinLateral(ofOne)
    .orderBy(direction(front.at), direction(front.id))
    .limit(input.rowCount);
  return rows.map(({ id }) => id);
}

async function isWithinWindow(input: TaskIdPageInput): Promise<boolean> {
  const front = taskIdPage({ ...input, rowCount: WINDOW });
  const [counted] = await db.select({ rows: count() }).from(front);
  return (counted?.rows ?? 0) < WINDOW;
}

/** Written as in the index calls_numbers_trgm_idx, or that would not be used. */
function hasNumber(digits: string) {
  const numbers = sql`(${calls.callingNormalized} || ' ' || ${calls.calledNormalized})`;
  return sql`${calls.recordingStatus} = 'stored' and ${numbers} like ${`%${digits}%`}`;
}
