import { type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { SOURCES, VERDICTS, type Verdict } from "@/db/enums";
import type { ResolvedDeliveryFilters } from "./delivery-conditions";

/**
 * Values by which an index holds deliveries in their order, to be read one after the other and merged: reading the newest of all until
 * enough of them are among those asked for would read the whole log for a reason that last came half a year ago.
 */
export type DeliveryDriver = {
  /** Rows named `driver`. */
  values: SQL;
  /** Which deliveries are of such a row: ranges of an index, one beside the other. */
  conditions: SQL[];
};

/** One driver for each part of the filters that an index serves: what became of it, who sent it, for which campaign. */
export async function deliveryDrivers(filters: ResolvedDeliveryFilters): Promise<DeliveryDriver[]> {
  const { verdicts = [], reasons = [], sources = [], campaignIds = [], apiKeyIds = [] } = filters;
  const drivers: DeliveryDriver[] = [];
  if (campaignIds.length > 0)
    drivers.push({
      values: sql`unnest(${sql.param(campaignIds)}::int[]) as driver(campaign_id)`,
      conditions: [sql`campaign_id = driver.campaign_id`],
    });
  if (verdicts.length > 0 || reasons.length > 0) {
    const ofVerdicts = verdicts.length > 0 ? verdicts : [...VERDICTS];
    drivers.push(outcomeDriver(ofVerdicts, reasons.length > 0 ? reasons : await listReasons(ofVerdicts)));
  }
  if (sources.length > 0 || apiKeyIds.length > 0) {
    const ofSources = sources.length > 0 ? sources : [...SOURCES];
    drivers.push(senderDriver(ofSources, apiKeyIds.length > 0 ? apiKeyIds : [...(await listApiKeyIds(ofSources)), null]));
  }
  return drivers;
}

function outcomeDriver(verdicts: Verdict[], reasons: string[]): DeliveryDriver {
  return {
    values: sql`(unnest(${sql.param(verdicts)}::verdict[]) as v(verdict) cross join unnest(${sql.param(reasons)}::text[]) as r(reason)) as driver`,
    conditions: [sql`verdict = driver.verdict and reason = driver.reason`],
  };
}

function senderDriver(sources: string[], apiKeyIds: (string | null)[]): DeliveryDriver {
  return {
    values: sql`(unnest(${sql.param(sources)}::source[]) as s(source) cross join unnest(${sql.param(apiKeyIds)}::uuid[]) as k(api_key_id)) as driver`,
    conditions: [
      sql`source = driver.source and api_key_id = driver.api_key_id`,
      ...(apiKeyIds.includes(null) ? [sql`source = driver.source and api_key_id is null and driver.api_key_id is null`] : []),
    ],
  };
}

/** Every reason that a delivery of these verdicts has: jumps from one to the next in the index, however many deliveries lie between. */
async function listReasons(verdicts: Verdict[]): Promise<string[]> {
  const rows = await db.execute<{ reason: string }>(sql`
    with recursive found as (
      select verdict, (select reason from deliveries where deliveries.verdict = wanted.verdict order by reason limit 1) as reason
      from unnest(${sql.param(verdicts)}::verdict[]) as wanted(verdict)
      union all
      select verdict, (select reason from deliveries where deliveries.verdict = found.verdict and deliveries.reason > found.reason order by reason limit 1)
      from found where reason is not null
    )
    select distinct reason from found where reason is not null`);
  return rows.map(({ reason }) => reason);
}

/** Every key that a delivery of these sources came with. */
async function listApiKeyIds(sources: string[]): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    with recursive found as (
      select source, (select api_key_id from deliveries where deliveries.source = wanted.source order by api_key_id limit 1) as id
      from unnest(${sql.param(sources)}::source[]) as wanted(source)
      union all
      select source, (select api_key_id from deliveries where deliveries.source = found.source and api_key_id > found.id order by api_key_id limit 1)
      from found where id is not null
    )
    select distinct id from found where id is not null`);
  return rows.map(({ id }) => id);
}
