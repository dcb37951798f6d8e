import { setTimeout as wait } from "node:timers/promises";
import { env } from "@/lib/env";
import { type Installation, openInstallation } from "@/lib/installation/open-installation";
import { log } from "@/lib/log";
import { announceShutdown, runShutdown } from "@/lib/shutdown";
import { openFrontDoor } from "./front-door";

const DRAIN_LIMIT_MS = 10_000;
const HOOKS_LIMIT_MS = 20_000;

/** The running application. */
export type Serving = { port: number; stop: () => Promise<void> };

/**
 * Listens on PORT at once (503 until ready), opens the installation and puts Next.js behind the door. `stop` ends everything in order:
 * requests, engine and relay, database pools, PostgreSQL. When the start fails or the signal aborts it, what was begun is ended too.
 */
export async function startServing({ signal }: { signal: AbortSignal }): Promise<Serving> {
  // One stray rejection in one request must not take the installation down with it.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "a promise was rejected and nobody listened"));
  process.on("uncaughtException", (error) => log.error({ err: error }, "an exception was not caught"));
  const door = await openFrontDoor(env.PORT);
  let installation: Installation | null = null;
  const stop = async () => {
    announceShutdown();
    await door.drain(DRAIN_LIMIT_MS);
    await Promise.race([runShutdown(), wait(HOOKS_LIMIT_MS, undefined, { ref: false })]);
    const { closeDatabase } = await import("@/db/client");
    await closeDatabase();
    await installation?.close();
  };
  try {
    // Loading Next.js takes about as long as starting PostgreSQL.
    const [{ default: next }, opened] = await Promise.all([import("next"), openInstallation({ waitForDatabase: signal })]);
    installation = opened;
    nameOurAddress(door.port);
    const application = next({ dev: env.NODE_ENV === "development", dir: process.cwd(), port: door.port });
    await application.prepare();
    signal.throwIfAborted();
    const { answerWebhook } = await import("@/lib/http/answer-webhook");
    const answerPage = application.getRequestHandler();
    door.open(async (request, response) => {
      if (!answerWebhook(request, response)) await answerPage(request, response);
    });
    return { port: door.port, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** For what Next.js loads: the port, which the system chose where it is 0. For next-auth: our public address, or the one of each request. */
function nameOurAddress(port: number): void {
  process.env.PORT = String(port);
  if (env.PUBLIC_URL) process.env.NEXTAUTH_URL ??= env.PUBLIC_URL;
  else process.env.AUTH_TRUST_HOST ??= "true";
}
