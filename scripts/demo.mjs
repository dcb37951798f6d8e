/** `npm run demo [-- --data-dir DIR --port N]`: installs and builds what is missing or changed, then shows calls arriving from a simulated PBX. */
import { buildApplication } from "./bootstrap/build-application.mjs";
import { installPackages } from "./bootstrap/install-packages.mjs";
import { runPinned } from "./bootstrap/run-pinned.mjs";
import { say } from "./bootstrap/say.mjs";

try {
  await installPackages();
  await buildApplication();
  runPinned("demo/demo.ts", process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
