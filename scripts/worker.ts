/** Runs durable functions and the relay in a process of their own: `npm run worker`, beside any number of others on the same database. */
import { explainFailure } from "./serving/explain-failure";
import { onEndRequest } from "./serving/on-end-request";

const ending = onEndRequest();
try {
  const { openInstallation } = await import("@/lib/installation/open-installation");
  const installation = await openInstallation({ waitForDatabase: ending.signal });
  const { startWork } = await import("@/inngest/start-work");
  const work = await startWork();
  console.log("The AuditorIA worker is at work.");
  await ending.requested;
  await work.stop();
  const { closeDatabase } = await import("@/db/client");
  await closeDatabase();
  await installation.close();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(ending.signal.aborted ? 0 : 1);
}
