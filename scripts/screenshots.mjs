/** `npm run docs:screenshots [-- --only NAME,NAME] [--out FOLDER]`: installs and builds what is missing or changed, then takes pictures of every page. */
import { buildApplication } from "./bootstrap/build-application.mjs";
import { installChromium } from "./bootstrap/install-chromium.mjs";
import { installPackages } from "./bootstrap/install-packages.mjs";
import { runPinned } from "./bootstrap/run-pinned.mjs";
import { say } from "./bootstrap/say.mjs";

try {
  await installPackages();
  await buildApplication();
  process.env.CHROMIUM_PATH = await installChromium();
  runPinned("demo/screenshots/take-screenshots.ts", process.argv.slice(2));
} catch (error) {
  say(error.message);
  process.exitCode = 1;
}
