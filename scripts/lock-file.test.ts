import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { missingPackages } from "./bootstrap/missing-packages.mjs";

const ROOT = path.resolve(import.meta.dirname, "..");

test("the lock file names the packages of every platform, without which npm ci refuses (node scripts/complete-lock-file.mjs adds them)", () => {
  expect(missingPackages(JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")))).toEqual([]);
});

test("a package that is wanted and has no entry is found", () => {
  const lock = {
    packages: {
      "": {},
      "node_modules/a": { optionalDependencies: { "a-linux": "1.0.0", "a-darwin": "1.0.0" } },
      "node_modules/a-linux": {},
    },
  };
  expect(missingPackages(lock)).toEqual([{ name: "a-darwin", version: "1.0.0", isDev: false }]);
});
