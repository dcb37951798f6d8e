import { randomUUID } from "node:crypto";
import { appendFile, writeFile } from "node:fs/promises";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { startCluster } from "@/db/embedded/cluster";
import { killDatabase } from "./harness/kill-database";
import { openTestBed } from "./harness/open-test-bed";
import { seededRandom } from "./harness/seeded-random";
import { startDatabaseProxy } from "./harness/start-database-proxy";
import type { Acknowledged, Ledger } from "./harness/start-load";

const CONNECTIONS = 4;
const DELIVERIES = 150;
const CALLS = 60;

const LOST = "each acknowledged delivery is kept once";
const MIXED = "each call is one call";
const NO_TASK = "each acknowledged call is one task with its recording";

/** What is written without being waited for stays in memory as long as can be, so that a crash takes it. */
const LAZY = { wal_writer_delay: "10s", wal_writer_flush_after: "1GB", autovacuum: "off" };

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

let kept: Acknowledged[] = [];

test("a database that is killed under load, reached through a proxy that changes nothing, loses nothing", async () => {
  const { ledger, sabotagedCount } = await crash({ sabotage: null, firstNumber: 0 });
  expect(sabotagedCount).toBe(0);
  expect(ledger.surprises).toEqual([]);
  expect(await check(ledger)).toEqual([]);
  kept = ledger.acknowledged;
});

test("the check sees what was never stored, was stored otherwise, was mixed up, is there twice, or was left over", async () => {
  const [one, other] = [...new Map(kept.map((entry) => [entry.callId, entry])).values()];
  if (!one || !other) throw new Error("Two calls should have been acknowledged.");
  const url = await bed.databaseUrl();
  const claims: [expected: string[], acknowledged: Acknowledged[]][] = [
    [[], [one, other]],
    [[LOST, NO_TASK], [{ ...one, receiptId: randomUUID(), callId: randomUUID() }]],
    [[LOST], [{ ...one, bodySha256: other.bodySha256 }]],
    [[LOST], [one, one]],
    [
      [MIXED, NO_TASK],
      [one, { ...other, number: one.number }],
    ],
    [[NO_TASK], [{ ...one, operator: "Somebody Else" }]],
  ];
  for (const [expected, acknowledged] of claims) {
    const found = await bed.findBrokenPromises(acknowledged);
    expect([...new Set(found.map(({ promise }) => promise))]).toEqual(expected);
  }

  const sql = postgres(url, { max: 1 });
  await sql`insert into operators (id, name, match_key, origin) select gen_random_uuid(), upper(name), match_key || ' ', origin from operators`;
  const [recording] = await sql<{ sha256: string }[]>`select sha256 from recordings limit 1`;
  await sql.end();
  const sha256 = recording?.sha256 ?? "";
  const file = path.join("recordings", sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  await appendFile(path.join(bed.dataDir, file), "!");
  await writeFile(path.join(bed.dataDir, "recordings", "left-over.part"), "half");
  const found = await bed.findBrokenPromises([one, other]);
  const onDisk = found.filter(({ promise }) => promise === "nothing is left over on the disk").map(({ detail }) => detail);
  expect(onDisk.sort()).toEqual(
    [`${file} holds other bytes than its name says`, "recordings/left-over.part belongs to no recording"].sort(),
  );
  expect(found.map(({ promise }) => promise)).toContain("each name is one operator");
});

test("where commits are not waited for although the application asks for it, the same check reports what was lost", async () => {
  const { ledger, sabotagedCount } = await crash({ sabotage: "auditoria", firstNumber: CALLS + 1 });
  expect(sabotagedCount).toBeGreaterThan(0);
  const lost = (await check(ledger)).filter(({ promise }) => promise === LOST);
  expect(lost.length).toBeGreaterThan(0);
});

async function crash({ sabotage, firstNumber }: { sabotage: string | null; firstNumber: number }) {
  const database = await startCluster({ folder: bed.databaseFolder, settings: LAZY });
  const proxy = await startDatabaseProxy({ databaseUrl: database.url, sabotage });
  // It only receives: work that was begun and cut off would have to be waited for.
  const application = await bed.startApplication({ variables: { DATABASE_URL: proxy.url, WORKER: "off" } });
  await bed.sender();
  const origins = Array(CONNECTIONS).fill(application.origin);
  const load = await bed.startLoad({ origins, random: seededRandom(inject("faultSeed")), firstNumber });
  load.addCalls(CALLS);
  await load.acknowledgements(DELIVERIES);
  await killDatabase(bed.databaseFolder);
  const ledger = await load.abandon();
  await application.kill();
  await proxy.close();
  return { ledger, sabotagedCount: proxy.sabotagedCount() };
}

/** With the work that was left done by an application whose database keeps its word. */
async function check({ acknowledged }: Ledger) {
  const { url } = await startCluster({ folder: bed.databaseFolder });
  const application = await bed.startApplication({ variables: { DATABASE_URL: url } });
  const broken = await bed.findBrokenPromises(acknowledged);
  await application.end();
  await killDatabase(bed.databaseFolder);
  return broken;
}
