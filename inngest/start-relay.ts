import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";
import { type DispatchedCall, dispatchCalls } from "@/lib/reception/dispatch-calls";
import { onCallReady } from "@/lib/reception/on-call-ready";
import { sweepCalls } from "@/lib/reception/sweep-calls";
import { inngest } from "./client";
import { callRecorded } from "./events";

const BATCH = 200;
/** A notification that got lost costs at most this. */
const POLL_INTERVAL_MS = 1_000;
const SWEEP_INTERVAL_MS = 5_000;

/** What a running relay can be told. */
export type Relay = { stop: () => Promise<void> };

/**
 * Hands calls that became ready on to the engine, as soon as they are committed, and looks for forgotten ones every few seconds. Any
 * number of processes may run one. `stop` waits for the batch under way.
 */
export function startRelay(): Relay {
  let isStopped = false;
  let isWanted = false;
  let running: Promise<void> | null = null;
  let sweptAt = 0;

  const wake = () => {
    isWanted = true;
    if (isStopped) return;
    running ??= relay().finally(() => {
      running = null;
    });
  };

  async function relay() {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        if (Date.now() - sweptAt > SWEEP_INTERVAL_MS) {
          sweptAt = Date.now();
          await sweepCalls({ limit: BATCH });
        }
        while (!isStopped && (await dispatchCalls({ limit: BATCH, send: sendCalls })) === BATCH);
      } catch (error) {
        // The poll comes again, and the calls are still there.
        if (!isDatabaseAway(error)) log.error({ err: error }, "calls could not be handed on to the engine");
      }
    }
  }

  const unsubscribe = onCallReady(wake);
  const timer = setInterval(wake, POLL_INTERVAL_MS);
  wake();
  return {
    stop: async () => {
      isStopped = true;
      unsubscribe();
      clearInterval(timer);
      await running;
    },
  };
}

async function sendCalls(calls: DispatchedCall[]): Promise<void> {
  const events = calls.map(({ callId, host, dispatchCount }) =>
    callRecorded.create({ callId, host }, { id: `call-recorded:${callId}:${dispatchCount}` }),
  );
  await inngest.send(events);
}
