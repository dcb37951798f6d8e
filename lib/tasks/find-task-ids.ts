import { and, asc, count, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import { physicalOrder, type TaskHits, type TaskIdPageInput, taskIdPage } from "./task-id-page";
import { narrowingsOf, type TaskNarrowing } from "./task-narrowings";

/** How many tasks are looked through one by one before an index beside them is asked. */
const WINDOW = 2000;

const ALL = 2 ** 31 - 1;

/**
 * The ids of the tasks among which the first `rowCount` of the page are, in no order: where a text may mean several things, those of each.
 */
export async function findTaskIds(input: TaskIdPageInput): Promise<string[]> {
  const narrowings = narrowingsOf(input.filters);
  const found = narrowings.length === 0 ? await readPage(input) : await findNarrowed(input, narrowings);
  const { fileCallIds = [] } = input.filters;
  if (fileCallIds.length === 0) return found;
  // What the text means as the name of a file, beside what it means as a number or as somebody's name.
  const { numberDigits: _, namedOperatorIds: __, ...filters } = input.filters;
  const byFile = await findAmong({ ...input, filters }, { column: "callId", ids: fileCallIds }, narrowingsOf(filters));
  return [...new Set([...found, ...byFile])];
}

/**
 * Digits that many calls have, such as an area code, soon fill a page from the front of the list; digits that few have are found through
 * the index, and so with tags. Which of both it is the planner cannot know: a look at the front tells.
 */
async function findNarrowed(input: TaskIdPageInput, narrowings: TaskNarrowing[]): Promise<string[]> {
  const found = await findFromFront(input, narrowings, WINDOW);
  if (found.length === input.rowCount || (await isWithinWindow(input))) return found;
  const areCommon = found.length > input.rowCount / 5;
  return (areCommon ? null : await findThroughIndex(input, narrowings)) ?? findFromFront(input, narrowings, ALL);
}

/** Through the first of the indexes that does not hold too many; null when all do. */
async function findThroughIndex(input: TaskIdPageInput, narrowings: TaskNarrowing[]): Promise<string[] | null> {
  for (const narrowing of narrowings) {
    const hits = await narrowing.findHits();
    if (hits)
      return findAmong(
        input,
        hits,
        narrowings.filter((other) => other !== narrowing),
      );
  }
  return null;
}

async function findAmong(input: TaskIdPageInput, hits: TaskHits, others: TaskNarrowing[]): Promise<string[]> {
  if (hits.ids.length === 0) return [];
  return others.length === 0 ? readPage(input, hits) : findFromFront(input, others, ALL, hits);
}

async function readPage(input: TaskIdPageInput, hits?: TaskHits): Promise<string[]> {
  const page = taskIdPage(input, hits);
  const rows = await db.select({ id: page.id }).from(page);
  return rows.map(({ id }) => id);
}

/** Looks through so many tasks in order, or through all, until the page is full. */
async function findFromFront(
  input: TaskIdPageInput,
  narrowings: TaskNarrowing[],
  lookedThrough: number,
  hits?: TaskHits,
): Promise<string[]> {
  const front = taskIdPage({ ...input, rowCount: lookedThrough }, hits);
  const direction = physicalOrder(input).isDescending ? desc : asc;
  const rows = await db
    .select({ id: front.id })
    .from(front)
    .innerJoin(tasks, eq(tasks.id, front.id))
    .where(and(...narrowings.map(({ probe }) => probe)))
    .orderBy(direction(front.at), direction(front.id))
    .limit(input.rowCount);
  return rows.map(({ id }) => id);
}

async function isWithinWindow(input: TaskIdPageInput): Promise<boolean> {
  const front = taskIdPage({ ...input, rowCount: WINDOW });
  const [counted] = await db.select({ rows: count() }).from(front);
  return (counted?.rows ?? 0) < WINDOW;
}
