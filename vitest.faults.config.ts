import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** By far the longest, which would otherwise go on alone when all others are through. */
const LONGEST = "kill-under-load.test.ts";

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification) => path.basename(moduleId) === LONGEST;
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}

/** Fault tests: processes of the built application are killed on purpose. Needs a build. `--sequence.seed N` repeats the moments of a run. */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["faults/**/*.test.ts"],
    globalSetup: ["./faults/harness/global-setup.ts"],
    pool: "forks",
    // Each file starts applications and a PostgreSQL of its own, and spends half of its time waiting for what was killed: two at once.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
