import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "./child-environment";

const resultShape = z.object({
  seconds: z.number(),
  sent: z.number(),
  answered: z.number(),
  refused: z.number(),
  failed: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
});

/** `answered`: 2xx; `refused`: any other status; `failed`: no answer. */
export type LoadResult = z.infer<typeof resultShape>;

type Load = {
  url: string;
  headers: Record<string, string>;
  /** The body, with `{id}` for what tells one call from another. */
  template: string;
  connections: number;
  seconds: number;
};

let runCount = 0;

/**
 * Loads a door from a process of its own with calls of which no two are the same: as fast as they are answered or, with
 * `requestsPerSecond`, at that rate whatever comes back. Throws when any answer was not 2xx.
 */
export async function runLoad(load: Load & { requestsPerSecond?: number }): Promise<LoadResult> {
  const script = load.requestsPerSecond === undefined ? "saturate.mjs" : "fixed-rate.mjs";
  const config = { ...load, prefix: `${Date.now()}-${++runCount}` };
  const child = spawn(PINNED_NODE, [path.join(ROOT, "bench/load", script), JSON.stringify(config)], {
    cwd: ROOT,
    env: childEnvironment({}),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
  const result = resultShape.parse(JSON.parse(output));
  if (result.refused + result.failed > 0)
    throw new Error(`Of ${result.sent} requests ${result.refused} were refused and ${result.failed} failed.`);
  return result;
}
