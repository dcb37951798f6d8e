import { afterAll, expect, inject, test } from "vitest";
import { startCluster } from "@/db/embedded/cluster";
import { killDatabase } from "./harness/kill-database";
import { openTestBed } from "./harness/open-test-bed";
import { seededRandom } from "./harness/seeded-random";
import { startDatabaseProxy } from "./harness/start-database-proxy";
import type { Ledger } from "./harness/start-load";

const CONNECTIONS = 4;
const DELIVERIES = 150;
const CALLS = 60;

/** What is written without being waited for stays in memory as long as can be, so that a crash takes it. */
const LAZY = { wal_writer_delay: "10s", wal_writer_flush_after: "1GB", autovacuum: "off" };

const bed = await openTestBed();
afterAll(bed.close);

test("a database that is killed under load, reached through a proxy that changes nothing, loses nothing", async () => {
  const { ledger, sabotagedCount } = await crash({ sabotage: null, firstNumber: 0 });
  expect(sabotagedCount).toBe(0);
  expect(ledger.surprises).toEqual([]);
  expect(await check(ledger)).toEqual([]);
});

test("where commits are not waited for although the application asks for it, the same check reports what was lost", async () => {
  const { ledger, sabotagedCount } = await crash({ sabotage: "auditoria", firstNumber: CALLS + 1 });
  expect(sabotagedCount).toBeGreaterThan(0);
  const lost = (await check(ledger)).filter(({ promise }) => promise === "each acknowledged delivery is kept once");
  expect(lost.length).toBeGreaterThan(0);
});

async function crash({ sabotage, firstNumber }: { sabotage: string | null; firstNumber: number }) {
  const database = await startCluster({ folder: bed.databaseFolder, settings: LAZY });
  const proxy = await startDatabaseProxy({ databaseUrl: database.url, sabotage });
  const application = await bed.startApplication({ variables: { DATABASE_URL: proxy.url } });
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
