import { afterAll, afterEach, expect, inject, test } from "vitest";
import { openTestBed } from "./harness/open-test-bed";
import { seededRandom } from "./harness/seeded-random";
import { waitUntil } from "./harness/wait-until";

const CALLS = 30;
const CONNECTIONS = 3;

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

test("calls that one process receives become tasks in another, each once, although that one is killed in the middle of downloads", async () => {
  const application = await bed.startApplication({ variables: { WORKER: "off" } });
  await bed.sender();
  const downloads = bed.host.hold();
  const load = await bed.startLoad({ origins: Array(CONNECTIONS).fill(application.origin), random: seededRandom(inject("faultSeed")) });
  load.addCalls(CALLS);
  const { acknowledged, surprises } = await load.finish();
  expect(surprises).toEqual([]);

  const worker = await bed.startWorker();
  await waitUntil({ what: "downloads that are half done", withinMs: 60_000 }, () => downloads.halfSent() > 1);
  await worker.kill();
  downloads.release();
  await bed.startWorker();
  expect(await bed.findBrokenPromises(acknowledged)).toEqual([]);
});
