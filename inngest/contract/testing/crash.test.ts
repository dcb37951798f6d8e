import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../../client";
import { eventually } from "../../testing/eventually";
import { serveFunctions } from "../serve-functions";
import { createCrashFunction } from "./crash-functions";

const RUNS = 20;

test("runs of a process that was killed are finished by another one, without repeating the steps that were done", {
  timeout: 60_000,
}, async () => {
  await sqlClient`create table crash_lines (run text, line text)`;
  await inngest.send(Array.from({ length: RUNS }, (_, run) => ({ name: "crash/asked", data: { run } })));
  const victim = spawn(process.execPath, ["--import", "tsx", path.join(import.meta.dirname, "victim.ts")], {
    cwd: process.cwd(),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const linesLike = async (line: string) => (await sqlClient`select distinct run from crash_lines where line = ${line}`).length;
  await eventually(async () => expect(await linesLike("second, cut short")).toBe(RUNS), { timeout: 30_000, interval: 50 });
  victim.kill("SIGKILL");
  await once(victim, "exit");

  const survivor = await serveFunctions({ functions: [createCrashFunction({ isVictim: false })], settings: { leaseMs: 1_000 } });
  const statuses = () => sqlClient`select status, count(*)::int from engine.runs group by 1`;
  await eventually(async () => expect(await statuses()).toEqual([{ status: "completed", count: RUNS }]), { timeout: 20_000, interval: 20 });
  await survivor.stop();
  expect(await sqlClient`select line, count(*)::int from crash_lines group by 1 order by 1`).toEqual([
    { line: "first", count: RUNS },
    { line: "second", count: RUNS },
    { line: "second, cut short", count: RUNS },
    { line: "third", count: RUNS },
  ]);
});
