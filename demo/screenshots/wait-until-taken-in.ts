import { setTimeout as wait } from "node:timers/promises";
import { sqlClient } from "@/db/client";

const TAKE_IN_LIMIT_MS = 60_000;

/** Waits until each announced recording was tried, and each that came has its task. Throws where that takes over a minute. */
export async function waitUntilTakenIn(): Promise<void> {
  const deadline = performance.now() + TAKE_IN_LIMIT_MS;
  while (!(await isTakenIn())) {
    if (performance.now() > deadline) throw new Error("The application did not take the recordings in.");
    await wait(100);
  }
}

async function isTakenIn(): Promise<boolean> {
  const [open] = await sqlClient<{ count: number }[]>`
    select count(*)::int from calls left join tasks on tasks.call_id = calls.id
    where recording_status = 'pending' and (recording_attempt_count = 0 or claimed_until is not null)
      or recording_status = 'stored' and tasks.id is null`;
  return open?.count === 0;
}
