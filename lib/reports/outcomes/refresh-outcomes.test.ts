import { setTimeout as wait } from "node:timers/promises";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeConnection, makeOutcomes } from "@/db/testing/make-outcomes";
import { makeCampaign } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { getOutcomeReport } from "./get-outcome-report";
import { refreshOutcomeDay } from "./refresh-outcome-day";
import { refreshOutcomes } from "./refresh-outcomes";

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const LATER = new Date("2027-06-15T12:00:00Z");
const NOON = new Date("2026-11-20T15:00:00Z");
const DAY = "2026-11-20";
const timeZone = env.TIME_ZONE;

let connectionId: string;
beforeAll(async () => {
  connectionId = await makeConnection();
  await refreshOutcomes({ now: LATER });
});

async function countOf(campaignId: number, [from, to] = [DAY, DAY]): Promise<number> {
  const { total } = await getOutcomeReport({ viewer: ADMIN, by: "buyer", filters: { campaignIds: [campaignId], from, to }, now: LATER });
  return total.calls;
}

async function marksOf(campaignId: number): Promise<string[]> {
  const rows = await sqlClient<
    { day: string }[]
  >`select distinct day::text as day from outcome_marks where campaign_id = ${campaignId} order by 1`;
  return rows.map(({ day }) => day);
}

test("a change of a call marks the day and campaign that it had and the ones that it has, in its own transaction", async () => {
  const [campaignId, otherId] = [await makeCampaign(), await makeCampaign()];
  const [callId = ""] = await makeOutcomes(connectionId, [{ campaignId, startedAt: NOON }]);
  expect(await marksOf(campaignId)).toEqual([DAY]);
  await refreshOutcomes({ now: LATER });
  expect(await marksOf(campaignId)).toEqual([]);
  await sqlClient`update call_outcomes set campaign_id = ${otherId}, started_at = '2026-11-22T02:00:00Z' where call_id = ${callId}`;
  expect([await marksOf(campaignId), await marksOf(otherId)]).toEqual([[DAY], ["2026-11-21"]]);
  expect([await countOf(campaignId), await countOf(otherId, ["2026-11-21", "2026-11-21"])]).toEqual([0, 1]);
  await refreshOutcomes({ now: LATER });
  expect([await countOf(campaignId), await countOf(otherId, ["2026-11-21", "2026-11-21"])]).toEqual([0, 1]);
  await sqlClient.begin(async (transaction) => {
    await transaction`delete from call_outcomes where call_id = ${callId}`;
    await transaction`savepoint unmade`;
  });
  expect(await marksOf(otherId)).toEqual(["2026-11-21"]);
  expect(await countOf(otherId, ["2026-11-21", "2026-11-21"])).toBe(0);
});

test("a call that is committed while its day is summed up, or after, is never lost", async () => {
  const campaignId = await makeCampaign();
  await makeOutcomes(connectionId, [{ campaignId, startedAt: NOON }]);
  // Its change is written and marked, as another's mark is there already, and not committed yet.
  let commit = () => {};
  const isWritten = new Promise<void>((resolveWritten, rejectWritten) => {
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    committed = sqlClient
      .begin(async (transaction) => {
        await insertOutcome(transaction, campaignId);
        resolveWritten();
        await held;
      })
      .catch(rejectWritten);
  });
  await isWritten;
  const refreshing = refreshOutcomeDay({ campaignId, day: DAY, timeZone });
  expect(await Promise.race([refreshing.then(() => "summed up"), isWaiting()])).toBe("waiting");
  expect(await countOf(campaignId)).toBe(1);
  commit();
  await committed;
  await refreshing;
  expect(await marksOf(campaignId)).toEqual([]);
  expect(await countOf(campaignId)).toBe(2);
  await sqlClient.begin((transaction) => insertOutcome(transaction, campaignId));
  expect(await marksOf(campaignId)).toEqual([DAY]);
  expect(await countOf(campaignId)).toBe(3);
});

let committed: Promise<unknown>;

/** Resolves once somebody waits for a day's lock. */
async function isWaiting(): Promise<"waiting"> {
  for (;;) {
    const [row] = await sqlClient<{ count: number }[]>`
      select count(*)::int as count from pg_locks where locktype = 'advisory' and classid = 4871226 and not granted
        and database = (select oid from pg_database where datname = current_database())`;
    if (row?.count) return "waiting";
    await wait(5);
  }
}

async function insertOutcome(sql: typeof sqlClient | Parameters<Parameters<typeof sqlClient.begin>[1]>[0], campaignId: number) {
  const [call] = await sql<{ id: string }[]>`
    insert into calls (id, campaign_id, source, identity_key, external_id, direction, started_at, calling, called, calling_normalized,
      called_normalized, disposition, duration_seconds, billable_seconds, extension, operator_name, is_ended, recording_status)
    select id, ${campaignId}, 'aria', id::text, id::text, 'inbound', ${NOON}, '', '', '', '', '', 1, 1, '', '', true, 'none'
    from (select gen_random_uuid() as id) as made returning id`;
  await sql`insert into call_outcomes (call_id, connection_id, campaign_id, started_at, standing)
    values (${call?.id ?? ""}, ${connectionId}, ${campaignId}, ${NOON}, '{"base":"","others":{}}')`;
}

test("reports are right to the last call while calls arrive, move and are summed up all at once", async () => {
  const [campaignId, otherId] = [await makeCampaign(), await makeCampaign()];
  const days: [string, string] = ["2026-10-30", "2026-12-02"];
  let isDone = false;
  const summing = (async () => {
    while (!isDone) await refreshOutcomes({ now: LATER });
  })();
  const startedAt = fc.integer({ min: Date.UTC(2026, 9, 30, 3), max: Date.UTC(2026, 11, 3, 2) }).map((at) => new Date(at));
  const arrival = fc.record({ startedAt, movedTo: fc.option(startedAt), isOfOther: fc.boolean() });
  let count = 0;
  const property = fc.asyncProperty(fc.array(arrival, { minLength: 1, maxLength: 6 }), async (arrivals) => {
    await Promise.all(
      arrivals.map(async (one) => {
        const [id = ""] = await makeOutcomes(connectionId, [
          { campaignId: one.isOfOther ? otherId : campaignId, startedAt: one.startedAt },
        ]);
        if (one.movedTo)
          await sqlClient`update call_outcomes set started_at = ${one.movedTo}, campaign_id = ${campaignId} where call_id = ${id}`;
      }),
    );
    count += arrivals.length;
    for (const by of ["day", "hour"] as const) {
      const filters = { campaignIds: [campaignId, otherId], from: days[0], to: days[1] };
      expect((await getOutcomeReport({ viewer: ADMIN, by, filters, now: LATER })).total.calls).toBe(count);
    }
    const [exact] = await sqlClient<
      { count: number }[]
    >`select count(*)::int as count from call_outcomes where campaign_id = ${campaignId}`;
    expect(await countOf(campaignId, days)).toBe(exact?.count);
  });
  await fc.assert(property, { numRuns: 40 });
  isDone = true;
  await summing;
  await refreshOutcomes({ now: LATER });
  expect([...(await marksOf(campaignId)), ...(await marksOf(otherId))]).toEqual([]);
  expect((await countOf(campaignId, days)) + (await countOf(otherId, days))).toBe(count);
});

test("another time zone makes other days, and until they are summed up a report reads the calls", async () => {
  const campaignId = await makeCampaign();
  // In Buenos Aires still the 19th.
  await makeOutcomes(connectionId, [{ campaignId, startedAt: new Date("2026-11-20T02:00:00Z") }]);
  await refreshOutcomes({ now: LATER, timeZone: "UTC" });
  expect(await marksOf(campaignId)).toEqual([]);
  expect([await countOf(campaignId, ["2026-11-19", "2026-11-19"]), await countOf(campaignId)]).toEqual([1, 0]);
  await makeOutcomes(connectionId, [{ campaignId, startedAt: new Date("2026-11-21T02:00:00Z") }]);
  expect(await marksOf(campaignId)).toEqual(["2026-11-21"]);
  expect(await countOf(campaignId)).toBe(1);
  await refreshOutcomes({ now: LATER });
  expect(await marksOf(campaignId)).toEqual([]);
  expect([await countOf(campaignId, ["2026-11-19", "2026-11-19"]), await countOf(campaignId)]).toEqual([1, 1]);
});

test("a day that goes on is summed up a while after its first call, one that is over at once, a month once it is over", async () => {
  const campaignId = await makeCampaign();
  const now = new Date();
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now);
  await makeOutcomes(connectionId, [
    { campaignId, startedAt: now },
    { campaignId, startedAt: new Date(now.getTime() - 40 * 86_400_000) },
  ]);
  await refreshOutcomes({ now });
  expect(await marksOf(campaignId)).toEqual([today]);
  await sqlClient`update outcome_marks set marked_at = marked_at - interval '6 minutes' where campaign_id = ${campaignId}`;
  await refreshOutcomes({ now });
  expect(await marksOf(campaignId)).toEqual([]);
  const months = await sqlClient`
    select month from outcome_stale_months where campaign_id = ${campaignId} and month >= date_trunc('month', ${today}::date)`;
  expect(months).toHaveLength(1);
});

test.each([
  "America/Havana",
  "America/Sao_Paulo",
  "America/Santiago",
  "Asia/Beirut",
  "America/Argentina/Buenos_Aires",
  "Australia/Lord_Howe",
])("every moment of a day is after its beginning and before that of the next, also where clocks change at midnight: %s", async (zone) => {
  const [wrong] = await sqlClient<{ count: number }[]>`
      select count(*)::int as count
      from generate_series(timestamptz '2017-01-01', '2019-01-01', '30 minutes') as at, lateral (select (at at time zone ${zone})::date as day) d
      where not (at >= outcome_day_start(d.day, ${zone}) and at < outcome_day_start(d.day + 1, ${zone}))`;
  expect(wrong?.count).toBe(0);
});
