import { log } from "@/lib/log";
import { onShutdown } from "@/lib/shutdown";
import { startWork } from "./start-work";

/** Starts the relay and the engine beside the server, to end with it. A function that can't be run ends the process, in words. */
export async function startWorkOfServer(): Promise<void> {
  try {
    const work = await startWork();
    onShutdown("work", work.stop);
  } catch (error) {
    // Next.js would go on and answer every request with 500.
    log.fatal({ err: error }, "The durable functions can't be run.");
    process.exit(1);
  }
}
