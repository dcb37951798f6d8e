import path from "node:path";
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules/**", ".next/**", "e2e/**", "faults/**"],
    globalSetup: ["./db/testing/global-setup.ts"],
    setupFiles: ["./db/testing/setup-file.ts"],
    pool: "forks",
    // One worker a core, where the default leaves a core free: many tests wait for processes and timers.
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine that is busy is no failure.
    expect: { poll: { timeout: 10_000 } },
    unstubEnvs: true,
    // Each file loads them anew: in one piece that takes a fifth of the time that their hundreds of modules take.
    deps: { optimizer: { ssr: { enabled: true, include: ["drizzle-orm", "drizzle-orm/pg-core", "drizzle-orm/postgres-js", "zod"] } } },
  },
});
