import { setTimeout as wait } from "node:timers/promises";

const POLL_MS = 25;

type WaitUntilInput = { what: string; withinMs: number };

/** Asks until the answer is yes, and throws with `what` was waited for when that takes longer than it may. */
export async function waitUntil({ what, withinMs }: WaitUntilInput, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`Waited ${withinMs / 1000} s in vain for ${what}.`);
    await wait(POLL_MS);
  }
}
