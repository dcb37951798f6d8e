/** `node scripts/run.mjs NAME …`: runs scripts/NAME.ts on the pinned Node.js, after installing what is missing. */
import { installPackages } from "./bootstrap/install-packages.mjs";
import { runPinned } from "./bootstrap/run-pinned.mjs";
import { say } from "./bootstrap/say.mjs";

const [name, ...args] = process.argv.slice(2);
try {
  await installPackages();
  runPinned(`scripts/${name}.ts`, args);
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
