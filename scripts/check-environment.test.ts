import { spawnSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "..");

test.each(["scripts/check-environment.ts", "scripts/serve.ts"])("%s ends with status 1 and one sentence a wrong variable", (script) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, PORT: "many", PUBLIC_URL: "quality.example.com", DATABASE_URL: "mysql://x" },
  });
  expect(status).toBe(1);
  expect(stdout).toBe("");
  const sentences = stderr.trim().split("\n");
  expect(sentences).toHaveLength(4);
  expect(sentences[0]).toBe("The environment is not right.");
  for (const name of ["PORT", "PUBLIC_URL", "DATABASE_URL"])
    expect(sentences.filter((sentence) => sentence.startsWith(`${name}: `) && sentence.endsWith("."))).toHaveLength(1);
});
