import { existsSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { ROOT } from "../../scripts/bootstrap/paths.mjs";

declare module "vitest" {
  interface ProvidedContext {
    /** Where the random moments of this run come from. */
    faultSeed: number;
  }
}

/** Says which seed the run has, so that it can be repeated, and that a build is needed where there is none. */
export default function setUp(project: TestProject): void {
  if (!existsSync(path.join(ROOT, ".next/BUILD_ID")))
    throw new Error("Fault tests need the built application: run npm start or next build first.");
  const { seed } = project.vitest.config.sequence;
  process.stdout.write(`Fault tests with seed ${seed}; the same moments again: npm run test:faults -- --sequence.seed ${seed}\n`);
  project.provide("faultSeed", seed);
}
