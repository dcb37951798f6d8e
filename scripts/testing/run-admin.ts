import { execFile } from "node:child_process";
import path from "node:path";
import { expect } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");

export type AdminRun = { exitCode: number; output: string; complaint: string };

/** Runs a command of `npm run admin` on the installation of the test, and gives its one JSON value. Fails where it failed or complained. */
export async function adminJson(...words: string[]): Promise<unknown> {
  const { exitCode, output, complaint } = await runAdmin(...words, "--json");
  expect({ exitCode, complaint }).toEqual({ exitCode: 0, complaint: "" });
  expect(output.trim().split("\n")).toHaveLength(1);
  return JSON.parse(output);
}

/** Runs a command of `npm run admin` on the installation of the test, and gives what it wrote. */
export function runAdmin(...words: string[]): Promise<AdminRun> {
  const args = ["--import", "tsx", "scripts/admin.ts", ...words];
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      args,
      { cwd: ROOT, env: { ...process.env, NODE_ENV: "production" } },
      (_error, output, complaint) => resolve({ exitCode: child.exitCode ?? 1, output, complaint }),
    );
  });
}
