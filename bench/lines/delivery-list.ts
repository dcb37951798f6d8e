import type { Sql } from "postgres";
import type { DeliveryFilters } from "@/lib/reception/delivery-filters";
import { explainSlowStatements } from "../harness/explain-slow-statements";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { seedDeliveries } from "../harness/seed-deliveries";
import { type Read, timeReads } from "../harness/time-reads";

const MUST_MS = 100;
const PAGE_SIZE = 100;
const CAMPAIGNS = 60;
const DAYS = 365;
const DAY_MS = 24 * 3_600_000;

type Case = { what: string; filters?: DeliveryFilters; isDeep?: boolean; isBackwards?: boolean };

/** Milliseconds of listDeliveries with every filter and the combinations that may be slow, first pages and pages in the middle, two million deliveries. */
export async function measureDeliveryList({ isQuick }: LineOptions): Promise<LineReport> {
  const [count, repetitions] = isQuick ? [50_000, 5] : [2_000_000, 15];
  const { sql, dataDir, close } = await openBenchInstallation();
  const campaigns = await sql<{ id: number }[]>`
    insert into campaigns (name) select 'Campaign ' || n from generate_series(2, ${CAMPAIGNS}) n returning id`;
  const seededAt = performance.now();
  await seedDeliveries({ sql, count, days: DAYS, campaignIds: campaigns.map(({ id }) => id) });
  const seedSeconds = (performance.now() - seededAt) / 1_000;
  await explainSlowStatements(sql, MUST_MS);
  const figures = await timeReads({ sql, dataDir, mustMs: MUST_MS, repetitions, reads: await readsOf(sql) });
  await close();
  return {
    figures,
    notes: [
      `${count.toLocaleString("en")} deliveries in the partitions of thirteen months, made in ${Math.round(seedSeconds)} s; p95 of ${repetitions} calls of listDeliveries for ${PAGE_SIZE} rows each, from before the call to the rows in hand, the first of them with whatever the cache held.`,
    ],
  };
}

/** Every case, of a log that is filled already. */
async function readsOf(sql: Sql): Promise<Read[]> {
  const { listDeliveries } = await import("@/lib/reception/list-deliveries");
  const { encodeCursor } = await import("@/lib/pagination");
  const [middle] = await sql<{ id: string; at: Date }[]>`
    select id, received_at as at from deliveries where received_at < now() - ${DAYS / 2} * interval '1 day' order by received_at desc, id desc limit 1`;
  if (!middle) throw new Error("there are no deliveries");
  return (await casesOf(sql)).map(({ what, filters = {}, isDeep = false, isBackwards = false }) => {
    const place = isDeep ? encodeCursor(middle) : null;
    const position = isBackwards ? { before: place } : { after: place };
    const read = async () => {
      const { items } = await listDeliveries({ actor: "system", filters, ...position, limit: PAGE_SIZE });
      return `${items.length} rows`;
    };
    return { what, read };
  });
}

async function casesOf(sql: Sql): Promise<Case[]> {
  const campaigns = await sql<{ id: number }[]>`
    select campaign_id as id from deliveries where campaign_id < 900000 group by 1 order by count(*) desc, 1`;
  const ended = await sql<{ id: number }[]>`
    select campaign_id as id from deliveries where campaign_id < 900000 group by 1 order by max(received_at) limit 1`;
  const [large = 0, small = 0, dead = 0] = [campaigns[0]?.id, campaigns.at(-1)?.id, ended[0]?.id];
  const some = campaigns.slice(20, 25).map(({ id }) => id);
  const keys = await sql<{ id: string; name: string }[]>`select id, name from api_keys`;
  const keyOf = (wanted: string) => keys.find(({ name }) => name === wanted)?.id ?? "";
  const [sent] = await sql<{ id: string; callId: string }[]>`
    select id, call_id as "callId" from deliveries where call_id is not null and received_at < now() - interval '200 days' order by received_at desc limit 1`;
  const now = Date.now();
  const day = { receivedFrom: new Date(now - 300 * DAY_MS), receivedBefore: new Date(now - 299 * DAY_MS) };
  const month = { receivedFrom: new Date(now - 120 * DAY_MS), receivedBefore: new Date(now - 90 * DAY_MS) };
  const refused = { verdicts: ["refused" as const] };
  return [
    { what: "no filter, first page" },
    { what: "no filter, from the middle", isDeep: true },
    { what: "no filter, from the middle back", isDeep: true, isBackwards: true },
    { what: "accepted", filters: { verdicts: ["accepted"] } },
    { what: "refused", filters: refused },
    { what: "refused, from the middle", filters: refused, isDeep: true },
    { what: "refused, from the middle back", filters: refused, isDeep: true, isBackwards: true },
    { what: "refused or duplicate", filters: { verdicts: ["refused", "duplicate"] } },
    { what: "a common reason", filters: { reasons: ["not_end"] } },
    { what: "a rare reason", filters: { reasons: ["unknown_event"] } },
    { what: "a rare reason, from the middle", filters: { reasons: ["wrong_source"] }, isDeep: true },
    { what: "a reason that nothing has", filters: { reasons: ["invalid_form"] } },
    { what: "a verdict that never has this reason", filters: { verdicts: ["accepted"], reasons: ["invalid_json"] } },
    { what: "the largest campaign", filters: { campaignIds: [large] } },
    { what: "the largest campaign, from the middle", filters: { campaignIds: [large] }, isDeep: true },
    { what: "the smallest campaign", filters: { campaignIds: [small] } },
    { what: "a campaign that ended long ago", filters: { campaignIds: [dead] } },
    { what: "five campaigns", filters: { campaignIds: some } },
    { what: "all campaigns at once", filters: { campaignIds: campaigns.map(({ id }) => id) } },
    { what: "a campaign that does not exist, by its number", filters: { text: "#900001" } },
    { what: "a rare source", filters: { sources: ["net2phone"] } },
    { what: "a source without deliveries", filters: { sources: ["neotel"] } },
    { what: "the busiest key", filters: { apiKeyIds: [keyOf("Anura, main PBX")] } },
    { what: "a key that is hardly used", filters: { apiKeyIds: [keyOf("Trials")] } },
    { what: "a key that was revoked long ago", filters: { apiKeyIds: [keyOf("Old PBX")] } },
    { what: "refused, of the largest campaign", filters: { ...refused, campaignIds: [large] } },
    { what: "refused, of the smallest campaign", filters: { ...refused, campaignIds: [small] } },
    { what: "refused, of a campaign that ended", filters: { ...refused, campaignIds: [dead] } },
    { what: "a rare reason, of the largest campaign", filters: { reasons: ["campaign_archived"], campaignIds: [large] } },
    { what: "no recording yet, of the largest campaign", filters: { reasons: ["no_recording_url"], campaignIds: [large] } },
    { what: "an unknown campaign, of one that exists (none)", filters: { reasons: ["unknown_campaign"], campaignIds: [large] } },
    { what: "duplicate, from a key revoked long ago", filters: { verdicts: ["duplicate"], apiKeyIds: [keyOf("Old PBX")] } },
    { what: "accepted, from a rare source", filters: { verdicts: ["accepted"], sources: ["net2phone"] } },
    { what: "a rare source, of the largest campaign", filters: { sources: ["net2phone"], campaignIds: [large] } },
    { what: "a busy source, of a campaign that ended", filters: { sources: ["anura"], campaignIds: [dead] } },
    { what: "the key of one source and another source (none)", filters: { sources: ["aria"], apiKeyIds: [keyOf("Anura, main PBX")] } },
    {
      what: "the busiest key, of the largest campaign, not recorded",
      filters: { reasons: ["not_recorded"], campaignIds: [large], apiKeyIds: [keyOf("Anura, main PBX")] },
    },
    {
      what: "a revoked key, of the largest campaign, from the middle",
      filters: { campaignIds: [large], apiKeyIds: [keyOf("Old PBX")] },
      isDeep: true,
    },
    { what: "refused, a rare source, of the smallest campaign", filters: { ...refused, sources: ["net2phone"], campaignIds: [small] } },
    { what: "one day, long ago", filters: day },
    { what: "one day, refused, of the largest campaign", filters: { ...day, ...refused, campaignIds: [large] } },
    { what: "a month, a rare reason", filters: { ...month, reasons: ["campaign_archived"] } },
    { what: "a month, of a campaign that had ended (none)", filters: { ...month, campaignIds: [dead] } },
    { what: "one receipt", filters: { text: sent?.id ?? "" } },
    { what: "one call", filters: { text: sent?.callId ?? "" } },
    { what: "a call that does not exist", filters: { text: "01900000-0000-7000-8000-000000000000" } },
    { what: "the busiest address", filters: { text: "203.0.113.10" } },
    { what: "an address that is now and then", filters: { text: "198.51.100.30" } },
    { what: "a rare address", filters: { text: "198.51.100.7" } },
    { what: "an address that nothing came from", filters: { text: "192.0.2.99" } },
    { what: "an address that is now and then, refused", filters: { ...refused, text: "198.51.100.30" } },
    { what: "the busiest address, of a campaign that ended", filters: { campaignIds: [dead], text: "203.0.113.10" } },
    { what: "the busiest address, a key of another (none)", filters: { apiKeyIds: [keyOf("Old PBX")], text: "203.0.113.10" } },
  ];
}
