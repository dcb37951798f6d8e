/** `npm start`: installs and builds what is missing or changed, then serves. Runs on any Node.js from 18 on, before anything is installed. */
import { buildApplication } from "./bootstrap/build-application.mjs";
import { installPackages } from "./bootstrap/install-packages.mjs";
import { runPinned } from "./bootstrap/run-pinned.mjs";
import { say } from "./bootstrap/say.mjs";

try {
  await installPackages();
  await buildApplication();
  runPinned("scripts/serve.ts", process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
