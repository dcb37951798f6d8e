/** Ends with status 1 and one sentence a variable when the environment is not right. */
import { explainFailure } from "./serving/explain-failure";

await import("@/lib/env").catch((error: unknown) => {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = 1;
});
