import { and, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { tasks } from "@/db/schema";
import { driverOf, physicalOrder, type TaskIdPageInput, taskIdPage } from "./task-id-page";
import { narrowBySpeech, narrowingsOf, type TaskKeys, type TaskNarrowing } from "./task-narrowings";

/** How many tasks are looked through one by one before an index beside them is asked, where one row of each tells. */
const WINDOW = 2000;
/** More than these are not asked for by their ids. */
const MAX_HITS = 10_000;
/**
 * Of no more tasks than these it is asked whether they are among the hits, rather than of the hits which tasks they are. Only in the order in
 * which tasks are made, which is that of the table: in any other each is a page of its own.
 */
const MAX_REACH = 40_000;

/**
 * The ids of the tasks among which the first `rowCount` of the page are, in no order: where a text may mean several things, those of each.
 */
export async function findTaskIds(input: TaskIdPageInput): Promise<string[]> {
  const { fileCallIds = [], spokenText } = input.filters;
  const [found, byFile, bySpeech] = await Promise.all([
    findMeant(input),
    fileCallIds.length === 0 ? [] : findByFile(input, fileCallIds),
    spokenText === undefined ? [] : findBySpeech(input, spokenText),
  ]);
  return [...new Set([...found, ...byFile, ...bySpeech])];
}

/** What the text means as something that is said, beside what it means as somebody's name. */
function findBySpeech(input: TaskIdPageInput, text: string): Promise<string[]> {
  const { numberDigits: _, namedOperatorIds: __, ...filters } = input.filters;
  return findNarrowed({ ...input, filters }, [...narrowBySpeech(text), ...narrowingsOf(filters)]);
}

async function findMeant(input: TaskIdPageInput): Promise<string[]> {
  const narrowings = narrowingsOf(input.filters);
  return narrowings.length === 0 ? readPage(taskIdPage(input)) : findNarrowed(input, narrowings);
}

/** What the text means as the name of a file, beside what it means as a number or as somebody's name. */
async function findByFile(input: TaskIdPageInput, callIds: string[]): Promise<string[]> {
  const { numberDigits: _, namedOperatorIds: __, ...filters } = input.filters;
  const among = { column: "callId", ids: sql`${sql.param(callIds)}::uuid[]` } as const;
  return readPage(taskIdPage({ ...input, filters }, { among, where: probesOf(narrowingsOf(filters), ofTask) }));
}

/**
 * Digits that many calls have, such as an area code, soon fill a page from the front of the list; digits that few have are found through
 * the index, and so with tags. Which of both it is the planner cannot know: a look at the front tells.
 */
async function findNarrowed(input: TaskIdPageInput, narrowings: TaskNarrowing[]): Promise<string[]> {
  const probedRows = Math.max(...narrowings.map((narrowing) => narrowing.probedRows ?? 1));
  const lookedThrough = Math.max(WINDOW / probedRows, input.rowCount);
  const near = await lookFromFront(input, { lookedThrough, narrowings });
  if (near.isAll) return near.ids;
  // Half as far again as it takes if they are spread evenly.
  const reach = Math.ceil((1.5 * lookedThrough * input.rowCount) / Math.max(near.ids.length, 1));
  if (near.ids.length > input.rowCount / 5) {
    const further = await lookFromFront(input, { lookedThrough: reach, narrowings });
    if (further.isAll) return further.ids;
  }
  for (const through of narrowings) {
    const ids = await findThroughIndex(input, { through, narrowings: narrowings.filter((other) => other !== through), reach });
    if (ids) return ids;
  }
  return readPage(taskIdPage(input, { where: probesOf(narrowings, ofTask) }));
}

type Look = {
  lookedThrough: number;
  narrowings: TaskNarrowing[];
  /** The narrowing through whose index all that are meant are found first. */
  through?: TaskNarrowing;
  /** Whether those are looked up by their ids, rather than looked for among the tasks from the front on. */
  isById?: boolean;
};

/**
 * Looks through so many tasks in order until the page is full. `isAll`: it is, or there are no more tasks to look through. `areTooMany`: the
 * index holds more than are asked for by their ids; then none are found.
 */
async function lookFromFront(
  input: TaskIdPageInput,
  { lookedThrough, narrowings, through, isById = false }: Look,
): Promise<{ ids: string[]; isAll: boolean; areTooMany: boolean }> {
  const among = through && isById ? { column: through.hits.column, ids: sql`ids from hits` } : undefined;
  // Of a page that is put together from many ranges, more rows are read than it has.
  const hasCalls = among !== undefined || driverOf(input) === null;
  const page = taskIdPage({ ...input, rowCount: lookedThrough }, { among, hasCalls });
  const order = physicalOrder(input).isDescending ? sql`at desc, id desc` : sql`at, id`;
  const callId = hasCalls ? sql`front.call_id` : sql`(select ${tasks.callId} from ${tasks} where ${tasks.id} = front.id)`;
  const keys = { id: sql`front.id`, callId };
  const isHit = through && !isById ? sql`${keys[through.hits.column]} in (select unnest(ids) from hits)` : undefined;
  const isMeant = and(isHit, probesOf(narrowings, keys)) ?? sql`true`;
  const [row] = await db.execute<{ ids: string[]; isAll: boolean; areTooMany: boolean }>(sql`
    with hits as (${through ? hitsOf(through) : sql`select 0 as count`}),
      front as (select * from ${page} order by ${order}),
      found as (select id from front where ${isMeant} order by ${order} limit ${input.rowCount})
    select array(select id::text from found) as ids, (select count from hits) > ${MAX_HITS} as "areTooMany",
      case when (select count(*) from found) = ${input.rowCount} then true else (select count(*) from front) < ${lookedThrough} end as "isAll"`);
  if (!row) throw new Error("A statement that always has one row had none.");
  return row;
}

/** Through the index of one narrowing; null when it holds too many. `reach`: how many tasks from the front on may fill the page. */
async function findThroughIndex(
  input: TaskIdPageInput,
  { through, narrowings, reach }: { through: TaskNarrowing; narrowings: TaskNarrowing[]; reach: number },
): Promise<string[] | null> {
  const isAsMade = input.sort.key === "created" || input.sort.key === "started";
  if (isAsMade && reach <= MAX_REACH && driverOf(input) === null) {
    const near = await lookFromFront(input, { lookedThrough: reach, narrowings, through });
    if (near.areTooMany) return null;
    if (near.isAll) return near.ids;
  }
  const { ids, areTooMany } = await lookFromFront(input, { lookedThrough: MAX_HITS + 1, narrowings, through, isById: true });
  return areTooMany ? null : ids;
}

function hitsOf({ hits }: TaskNarrowing): SQL {
  return sql`
    select count(*) as count, case when count(*) <= ${MAX_HITS} then array_agg(id) end as ids from (${hits.query} limit ${MAX_HITS + 1}) as few`;
}

async function readPage(page: ReturnType<typeof taskIdPage>): Promise<string[]> {
  const rows = await db.select({ id: page.id }).from(page);
  return rows.map(({ id }) => id);
}

const ofTask: TaskKeys = { id: sql`${tasks.id}`, callId: sql`${tasks.callId}` };

function probesOf(narrowings: TaskNarrowing[], task: TaskKeys): SQL | undefined {
  return and(...narrowings.map(({ probe }) => probe(task)));
}
