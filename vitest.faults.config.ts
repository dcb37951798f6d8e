import path from "node:path";
import { defineConfig } from "vitest/config";

/** Fault tests: processes of the built application are killed on purpose. Needs a build. `--sequence.seed N` repeats the moments of a run. */
export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["faults/**/*.test.ts"],
    globalSetup: ["./faults/harness/global-setup.ts"],
    pool: "forks",
    // Each file starts applications and a PostgreSQL of its own.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
});
