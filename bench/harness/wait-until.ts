import { setTimeout as wait } from "node:timers/promises";

/** Asks again and again until the answer is yes. Throws `otherwise` after `limitMs`. */
export async function waitUntil(
  isTrue: () => Promise<boolean>,
  { everyMs, limitMs, otherwise }: { everyMs: number; limitMs: number; otherwise: string },
): Promise<void> {
  const deadline = performance.now() + limitMs;
  while (!(await isTrue())) {
    if (performance.now() > deadline) throw new Error(otherwise);
    await wait(everyMs);
  }
}
