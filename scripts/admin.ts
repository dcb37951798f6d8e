/** The command line for people who provision without a browser: `npm run -s admin -- --help`. */
import { CommanderError } from "commander";
import { explainFailure } from "./serving/explain-failure";

// Standard output is the command's own: what the application would log has no place there.
process.env.LOG_LEVEL = "silent";

try {
  const { adminProgram } = await import("./admin/program");
  await adminProgram().parseAsync();
} catch (error) {
  // Commander has said what was wrong with the words of the command.
  if (!(error instanceof CommanderError)) process.stderr.write(`${explainFailure(error)}\n`);
  process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
}
process.exit();
