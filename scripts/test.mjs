/**
 * `npm test`: installs what is missing, then checks format, lint and types, runs every test, builds, drives the built application in a
 * browser, and kills it under load. The last line is `N passed, N failed`. Runs on any Node.js from 18 on.
 */
import { installPackages } from "./bootstrap/install-packages.mjs";
import { say } from "./bootstrap/say.mjs";

const total = { passed: 0, failed: 0 };
try {
  await installPackages();
  const { runSteps } = await import("./testing/run-steps.mjs");
  await runSteps(total);
} catch (error) {
  say(error.message);
  total.failed += 1;
}
if (total.passed === 0) total.failed = Math.max(total.failed, 1);
process.exitCode = total.failed === 0 ? 0 : 1;
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
