import { vi } from "vitest";

type Options = { timeout?: number; interval?: number };

/** Waits until an assertion holds: ten seconds unless told, since a machine that is busy is no failure. Milliseconds. */
export function eventually<Result>(assertion: () => Result | Promise<Result>, options: Options = {}): Promise<Result> {
  return vi.waitFor(assertion, { timeout: 10_000, interval: 10, ...options });
}
