import { setTimeout as wait } from "node:timers/promises";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { requestMachineWork } from "@/lib/machine-work/request-machine-work";

const LIMIT_MS = 30_000;

/** Has a call audited by machine, as a person asks for it, and waits until that is done. */
export async function auditByMachine({ viewer, taskId }: { viewer: Viewer; taskId: string }): Promise<void> {
  await requestMachineWork({ viewer, taskId, kind: "audit" });
  for (const until = performance.now() + LIMIT_MS; performance.now() < until; await wait(100)) {
    const [work] = await sqlClient`select status, failure from machine_work where task_id = ${taskId} and kind = 'audit'`;
    if (work?.status === "completed") return;
    if (work?.status === "failed") throw new Error(`The machine could not audit the call: ${work.failure}`);
  }
  throw new Error("The machine has not audited the call.");
}
