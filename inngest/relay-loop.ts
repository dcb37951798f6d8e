import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";

/** A notification that got lost costs at most this. */
const POLL_INTERVAL_MS = 1_000;

/** What a running relay can be told. */
export type Relay = { stop: () => Promise<void> };

type RelayLoopInput = {
  /** Has the function given called when there is work; returns the way to stop. */
  wakeOn: (wake: () => void) => () => void;
  /** Hands on what there is, until `isStopped` says that the end has come. */
  relay: (isStopped: () => boolean) => Promise<void>;
  /** What is logged when it could not. */
  complaint: string;
};

/** Runs `relay` whenever it is woken and once a second, never twice at a time in this process. `stop` waits for the round under way. */
export function startRelayLoop({ wakeOn, relay, complaint }: RelayLoopInput): Relay {
  let isStopped = false;
  let isWanted = false;
  let running: Promise<void> | null = null;

  const wake = () => {
    isWanted = true;
    if (isStopped) return;
    running ??= work().finally(() => {
      running = null;
    });
  };

  async function work() {
    while (isWanted && !isStopped) {
      isWanted = false;
      try {
        await relay(() => isStopped);
      } catch (error) {
        // The poll comes again, and the work is still there.
        if (!isDatabaseAway(error)) log.error({ err: error }, complaint);
      }
    }
  }

  const unsubscribe = wakeOn(wake);
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
