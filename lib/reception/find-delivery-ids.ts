import { and, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { Cursor } from "@/lib/pagination";
import { matchingDeliveries, type ResolvedDeliveryFilters, withinSpan } from "./delivery-conditions";
import { type DeliveryDriver, deliveryDrivers } from "./delivery-drivers";

type FindDeliveryIdsInput = { filters: ResolvedDeliveryFilters; isDescending: boolean; place: Cursor | null; rowCount: number };

/** How many deliveries of one driver are looked through before indexes are asked which ones match all filters. */
const WINDOW = 1000;

/** The ids of one page of the reception log, in order; at most `rowCount`. Costs about the same for any filters and at any depth. */
export async function findDeliveryIds(input: FindDeliveryIdsInput): Promise<string[]> {
  const { objectId, remoteAddress } = input.filters;
  if (objectId !== undefined) return findAmongAll(input);
  const drivers = await deliveryDrivers(input.filters);
  if (drivers.length <= 1 && remoteAddress === undefined) return idsOf(pageOf(input, drivers[0], input.rowCount));
  // What many deliveries have in common soon fills a page from the front of the list; which ones have it, nobody knows beforehand.
  for (const driver of drivers.length > 0 ? drivers : [undefined]) {
    const { ids, isComplete } = await findFromFront(input, driver);
    if (isComplete || ids.length === input.rowCount) return ids;
  }
  return findAmongAll(input);
}

/** Looks through the first of a driver's deliveries, one by one. `isComplete`: there are no more than those. */
async function findFromFront(input: FindDeliveryIdsInput, driver: DeliveryDriver | undefined) {
  const [front] = await db.execute<{ seen: number; ids: string[] | null }>(sql`
    select count(*)::int as seen,
      (array_agg(id::text order by ${orderOf(input)}) filter (where ${matchingDeliveries(input.filters)}))[1:${input.rowCount}] as ids
    from ${pageOf(input, driver, WINDOW)} as deliveries`);
  return { ids: front?.ids ?? [], isComplete: (front?.seen ?? 0) < WINDOW };
}

/** Has the planner put indexes together, and sorts what they find; a limit would make it walk through the list instead. */
async function findAmongAll(input: FindDeliveryIdsInput): Promise<string[]> {
  return idsOf(sql`(
    with hits as materialized (select id, received_at from deliveries where ${and(matchingDeliveries(input.filters), withinSpan(input))})
    select * from hits order by ${orderOf(input)} limit ${input.rowCount}
  )`);
}

/** The first of a driver's deliveries, or of all, in order: a range of an index for each of its values, and then the first of those. */
function pageOf(input: FindDeliveryIdsInput, driver: DeliveryDriver | undefined, rowCount: number): SQL {
  const order = orderOf(input);
  const span = withinSpan(input);
  const select = (condition?: SQL) =>
    sql`(select ${COLUMNS} from deliveries where ${and(condition, span) ?? sql`true`} order by ${order} limit ${rowCount})`;
  if (!driver) return select();
  const ofOne = sql.join(driver.conditions.map(select), sql` union all `);
  return sql`(
    select of_one.* from ${driver.values} cross join lateral (select * from (${ofOne}) as ranges order by ${order} limit ${rowCount}) as of_one
    order by ${order} limit ${rowCount}
  )`;
}

const COLUMNS = sql`id, received_at, verdict, reason, source, campaign_id, api_key_id, remote_address`;

function orderOf({ isDescending }: FindDeliveryIdsInput): SQL {
  return isDescending ? sql`received_at desc, id desc` : sql`received_at, id`;
}

async function idsOf(page: SQL): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`select id from ${page} as page`);
  return rows.map(({ id }) => id);
}
