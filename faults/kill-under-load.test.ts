import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { killDatabase } from "./harness/kill-database";
import { openTestBed } from "./harness/open-test-bed";
import { seededRandom } from "./harness/seeded-random";
import { waitUntil } from "./harness/wait-until";

/** At moments that are others in each run. Most of a round is the start after it. */
const APPLICATION_KILLS = 10;
const DATABASE_KILLS = 4;
/** Both at once, as when the machine loses its power. */
const POWER_CUTS = 2;
const CALLS_PER_LIFE = 30;
const LONGEST_LIFE_MS = 1_200;
const CONNECTIONS = 6;

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

test("whenever application and database are killed, no acknowledged delivery is lost and each call becomes one task", async () => {
  const random = seededRandom(inject("faultSeed"));
  let application = await bed.startApplication();
  const { origin, port } = application;
  await bed.sender();
  const load = await bed.startLoad({ origins: Array(CONNECTIONS).fill(origin), random });
  const live = async () => {
    load.addCalls(CALLS_PER_LIFE);
    await load.acknowledgements(1);
    await wait(random() * LONGEST_LIFE_MS);
  };

  for (let round = 0; round < APPLICATION_KILLS; round += 1) {
    await live();
    await application.kill();
    application = await bed.startApplication({ port });
  }
  for (let round = 0; round < DATABASE_KILLS; round += 1) {
    await live();
    await killDatabase(bed.databaseFolder);
    await waitUntil({ what: "the database to be back", withinMs: 30_000 }, application.isReady);
  }
  for (let round = 0; round < POWER_CUTS; round += 1) {
    await live();
    await Promise.all([application.kill(), killDatabase(bed.databaseFolder)]);
    application = await bed.startApplication({ port });
  }

  load.addCalls(CALLS_PER_LIFE);
  const { acknowledged, surprises } = await load.finish();
  expect(surprises).toEqual([]);
  expect(await bed.findBrokenPromises(acknowledged)).toEqual([]);
});
