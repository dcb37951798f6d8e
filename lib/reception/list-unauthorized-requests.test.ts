import { beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Role } from "@/db/enums";
import { listUnauthorizedRequests } from "./list-unauthorized-requests";
import { flushUnauthorizedRequests, recordUnauthorizedRequest } from "./record-unauthorized-request";

const timeZone = "America/Argentina/Buenos_Aires";
const viewerAs = (role: Role) => ({ userId: "01900000-0000-7000-8000-000000000000", role, campaignIds: [], operatorId: null });
const list = (days: number) => listUnauthorizedRequests({ viewer: viewerAs("admin"), days, timeZone });

beforeEach(() => sqlClient`truncate unauthorized_requests`);

test("requests are counted by who sent them and why, in each day of the installation's zone", async () => {
  await sqlClient`
    insert into unauthorized_requests (source, reason, key_last4, remote_address, hour, count, last_at)
    select 'anura', 'unknown', 'abcd', '198.51.100.7', hour, 5, hour + interval '10 minutes'
    from (select date_trunc('day', now(), ${timeZone}) - n * interval '12 hours' as hour from generate_series(1, 4) n) as hours`;
  const request = { source: "anura", reason: "missing", keyLast4: "", remoteAddress: "198.51.100.8" } as const;
  recordUnauthorizedRequest(request);
  recordUnauthorizedRequest(request);
  await flushUnauthorizedRequests();
  const { groups, ...totals } = await list(7);
  expect(totals).toEqual({ totalCount: 22, groupCount: 2, isCut: false });
  expect(groups).toMatchObject([
    { reason: "missing", keyLast4: "", remoteAddress: "198.51.100.8", count: 2 },
    { reason: "unknown", keyLast4: "abcd", remoteAddress: "198.51.100.7", count: 20, periods: [{ count: 10 }, { count: 10 }] },
  ]);
  expect(groups[1]?.lastAt).toBeInstanceOf(Date);
});

test("what is older than the span is left out, and of a flood the latest are shown and all are counted", async () => {
  await sqlClient`
    insert into unauthorized_requests (source, reason, key_last4, remote_address, hour, count, last_at)
    select 'anura'::source, 'unknown'::unauthorized_reason, lpad(n::text, 4, '0'), 'many', date_trunc('hour', now()), 1, now() from generate_series(1, 500) n
    union all select 'anura'::source, 'expired'::unauthorized_reason, 'old1', '', now() - interval '40 days', 9, now() - interval '40 days'`;
  const { groups, totalCount, groupCount } = await list(30);
  expect([groups.length, totalCount, groupCount]).toEqual([100, 500, 500]);
});

test("nobody but an admin is told", async () => {
  for (const role of ["supervisor", "auditor", "agent"] as const)
    await expect(listUnauthorizedRequests({ viewer: viewerAs(role), days: 7, timeZone })).rejects.toMatchObject({ code: "not_found" });
});
