/** Serves the built application: what `npm start` runs on the pinned Node.js once everything is installed and built. */
import { explainFailure } from "./serving/explain-failure";
import { onEndRequest } from "./serving/on-end-request";

const ending = onEndRequest();
try {
  const { startServing } = await import("./serving/start-serving");
  const serving = await startServing({ signal: ending.signal });
  const { greet } = await import("./serving/greet");
  await greet(serving);
  await ending.requested;
  await serving.stop();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(ending.signal.aborted ? 0 : 1);
}
