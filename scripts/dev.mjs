/** `npm run dev`: serves the sources as they change, on the data folder that is set, without building. */
import { installPackages } from "./bootstrap/install-packages.mjs";
import { runPinned } from "./bootstrap/run-pinned.mjs";
import { say } from "./bootstrap/say.mjs";

try {
  await installPackages();
  runPinned("scripts/serve.ts", process.argv.slice(2), { mode: "development" });
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
