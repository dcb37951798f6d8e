import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { openTestBed } from "./harness/open-test-bed";
import { seededRandom } from "./harness/seeded-random";

const ROUNDS = 5;
const CALLS_PER_ROUND = 25;
const LONGEST_ROUND_MS = 800;
const CONNECTIONS = 4;

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

test("when every trace of the engine is deleted under load, again and again, each acknowledged call still becomes one task", async () => {
  const random = seededRandom(inject("faultSeed"));
  const { origin } = await bed.startApplication();
  await bed.sender();
  const sql = postgres(await bed.databaseUrl(), { max: 1, onnotice: () => undefined });
  const load = await bed.startLoad({ origins: Array(CONNECTIONS).fill(origin), random });
  for (let round = 0; round < ROUNDS; round += 1) {
    load.addCalls(CALLS_PER_ROUND);
    await load.acknowledgements(CALLS_PER_ROUND);
    await wait(random() * LONGEST_ROUND_MS);
    await emptyEngine(sql);
  }
  await sql.end();
  const { acknowledged, surprises } = await load.finish();
  expect(surprises).toEqual([]);
  expect(await bed.findBrokenPromises(acknowledged)).toEqual([]);
});

async function emptyEngine(sql: postgres.Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`select format('engine.%I', tablename) as name from pg_tables where schemaname = 'engine'`;
  const statement = `truncate ${tables.map(({ name }) => name).join(", ")}`;
  // Of two that wait for each other PostgreSQL ends one; when that is us, the engine has been spared and we ask again.
  while (!(await sql.unsafe(statement).then(() => true, isDeadlock)));
}

function isDeadlock(error: unknown): false {
  if (error instanceof postgres.PostgresError && error.code === "40P01") return false;
  throw error;
}
