import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign } from "@/db/testing/make-task";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import type { Viewer } from "@/lib/auth/viewer";
import type { DeliveryFilters } from "./delivery-filters";
import { listDeliveries } from "./list-deliveries";
import { maintainDeliveries } from "./maintain-deliveries";

const actor = "system" as const;
const DAY_MS = 24 * 3_600_000;
const COUNT = 4000;
let rows: {
  id: string;
  receivedAt: Date;
  verdict: string;
  reason: string;
  source: string;
  campaignId: number | null;
  apiKeyId: string | null;
  remoteAddress: string;
  callId: string | null;
}[];
let campaignIds: number[];
let keyIds: string[];

/** More than are looked through one by one, over three months, as uneven as real ones. */
beforeAll(async () => {
  await sqlClient`truncate deliveries`;
  for (const days of [90, 60, 30]) await maintainDeliveries({ now: new Date(Date.now() - days * DAY_MS), retentionDays: 1000 });
  campaignIds = await Promise.all(Array.from({ length: 4 }, () => makeCampaign()));
  await Promise.all(["one", "two"].map((name) => createApiKey({ actor, name })));
  keyIds = (await sqlClient<{ id: string }[]>`select id from api_keys order by name`).map(({ id }) => id);
  await sqlClient`
    insert into deliveries (id, received_at, source, verdict, reason, problems, warnings, response_status, event_kind, campaign_id, call_id,
      api_key_id, remote_address, content_type, headers, raw, raw_sha256)
    select uuidv7(at - now()), at, (case when n % 500 = 0 then 'aria' else 'anura' end)::source, verdict::verdict,
      case verdict when 'accepted' then '' when 'ignored' then 'not_end' else case when n % 400 = 0 then 'wrong_source' else 'invalid_fields' end end,
      '[]', '[]', 200, 'END', case when n % 7 = 0 then null when n < 700 then ${campaignIds[3] ?? 0}::int else (${campaignIds}::int[])[1 + n % 3] end,
      case when n % 11 = 0 then uuidv7(at - now()) end, case when n % 500 = 0 then null when n % 600 = 1 then ${keyIds[1] ?? ""}::uuid else ${keyIds[0] ?? ""}::uuid end,
      case when n % 50 = 3 then '198.51.100.7' else '203.0.113.1' end, '', '{}', 'abc', ''
    from (
      -- Two at a time arrive in the same millisecond.
      select n, date_trunc('milliseconds', now()) - (n / 2) * interval '1 hour' as at,
        case when n % 20 = 0 then 'refused' when n % 3 = 0 then 'ignored' else 'accepted' end as verdict
      from generate_series(0, ${COUNT - 1}) n
    ) as made`;
  rows = await sqlClient`
    select id, received_at as "receivedAt", verdict, reason, source, campaign_id as "campaignId", api_key_id as "apiKeyId",
      remote_address as "remoteAddress", call_id as "callId" from deliveries order by received_at desc, id desc`;
});

const day = (days: number) => new Date(Date.now() - days * DAY_MS);
const includes = <Value>(wanted: Value[] | undefined, value: Value | null) =>
  wanted === undefined || wanted.length === 0 || (value !== null && wanted.includes(value));

function matching(filters: DeliveryFilters): string[] {
  return rows
    .filter(
      (row) =>
        includes<string>(filters.verdicts, row.verdict) &&
        includes(filters.reasons, row.reason) &&
        includes<string>(filters.sources, row.source) &&
        includes(filters.campaignIds, row.campaignId) &&
        includes(filters.apiKeyIds, row.apiKeyId) &&
        (!filters.receivedFrom || row.receivedAt >= filters.receivedFrom) &&
        (!filters.receivedBefore || row.receivedAt < filters.receivedBefore) &&
        (!filters.text || [row.id, row.callId, row.remoteAddress, `#${row.campaignId}`].includes(filters.text)),
    )
    .map(({ id }) => id);
}

test("every filter and combination finds what it says and nothing else, page by page in both directions", async () => {
  const [first, second, , ended] = campaignIds;
  const [busy = "", idle = ""] = keyIds;
  const parts: DeliveryFilters[] = [
    {},
    { verdicts: ["refused"] },
    { verdicts: ["accepted", "ignored"] },
    { reasons: ["wrong_source"] },
    { campaignIds: [first ?? 0, second ?? 0] },
    { campaignIds: [ended ?? 0] },
    { apiKeyIds: [idle] },
    { apiKeyIds: [busy, idle] },
    { sources: ["aria"] },
    { receivedFrom: day(60), receivedBefore: day(20) },
    { text: "198.51.100.7" },
    { text: `#${second}` },
  ];
  for (const one of parts)
    for (const other of parts) {
      const filters = { ...one, ...other };
      const wanted = matching(filters);
      const found: string[] = [];
      let after: string | null = null;
      let lastPage: Awaited<ReturnType<typeof listDeliveries>>;
      do {
        lastPage = await listDeliveries({ actor, filters, after, limit: 100 });
        found.push(...lastPage.items.map(({ id }) => id));
        after = lastPage.nextCursor;
      } while (after !== null && found.length < 300);
      expect(found, JSON.stringify(filters)).toEqual(wanted.slice(0, found.length));
      expect(found.length).toBe(after === null ? wanted.length : 300);
      if (lastPage.previousCursor === null) continue;
      const back = await listDeliveries({ actor, filters, before: lastPage.previousCursor, limit: 100 });
      const begin = found.length - lastPage.items.length;
      expect(back.items.map(({ id }) => id)).toEqual(wanted.slice(begin - 100, begin));
    }
}, 120_000);

test("a receipt and a call's id are found wherever they are, and only whole", async () => {
  const one = rows.at(-12);
  const ofCall = rows.filter(({ callId }) => callId !== null).at(-1);
  const find = async (text: string) => (await listDeliveries({ actor, filters: { text } })).items.map(({ id }) => id);
  expect(await find(one?.id ?? "")).toEqual([one?.id]);
  expect(await find(` ${ofCall?.callId?.toUpperCase()} `)).toEqual([ofCall?.id]);
  expect(await find("198.51.100")).toEqual([]);
  expect(await find("#99999999999")).toEqual([]);
  expect(await find("%")).toEqual([]);
});

test("a delivery is listed with the size of its body, and not to those who may not see the log", async () => {
  const { items } = await listDeliveries({ actor, limit: 1 });
  expect(items[0]).toMatchObject({ sizeBytes: 3, warnings: [] });
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const viewer: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role, campaignIds, operatorId: null };
    await expect(listDeliveries({ actor: viewer })).rejects.toMatchObject({ code: "not_found" });
  }
});
