import { setTimeout as wait } from "node:timers/promises";
import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import { maintainDeliveries } from "@/lib/reception/maintain-deliveries";
import { addFirstPacks } from "@/lib/speech-packs/add-first-packs";
import { isEngineEmbedded } from "./client";
import { type RunningEngine, startEngine } from "./engine/start-engine";
import { handleInngestRequest } from "./handler";
import { startRelay } from "./start-relay";

const DATABASE_RETRY_MS = 1_000;

/** What moves work in this process, until it is stopped. */
export type Work = { stop: () => Promise<void> };

const holder = globalThis as typeof globalThis & { auditoriaWork?: Promise<Work> };

/**
 * Starts what moves work in this process: the relay, and the engine unless the environment names an Inngest server. Any number of processes
 * may do so; a second call in one process gives the work that is there. Waits for a database that is away; throws when a function asks for
 * something that the engine does not do.
 */
export function startWork(): Promise<Work> {
  holder.auditoriaWork ??= start();
  return holder.auditoriaWork;
}

async function start(): Promise<Work> {
  const engine = isEngineEmbedded ? await startWhenDatabaseAnswers() : null;
  const relay = startRelay();
  // The daily round is for installations that run on; this one is for the month that a first start falls in.
  maintainDeliveries().catch((error) => log.error({ err: error }, "the months of the reception log could not be put in order"));
  addFirstPacks().catch((error) => log.error({ err: error }, "the first models of speech could not be fetched"));
  return {
    async stop() {
      await relay.stop();
      await engine?.stop();
    },
  };
}

async function startWhenDatabaseAnswers(): Promise<RunningEngine> {
  for (;;) {
    try {
      return await startEngine({ handler: handleInngestRequest });
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      log.warn({ err: error }, "The engine waits for the database.");
      await wait(DATABASE_RETRY_MS);
    }
  }
}
