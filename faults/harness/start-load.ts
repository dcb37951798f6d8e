import { setTimeout as wait } from "node:timers/promises";
import { connectPlatform } from "./connect-platform";
import type { Sender } from "./create-sender";
import type { SendOutcome } from "./read-answer";
import { type RecordedCall, recordedCall } from "./recorded-call";
import type { Random } from "./seeded-random";
import type { RecordingHost } from "./start-recording-host";
import { waitUntil } from "./wait-until";

/** A delivery that was answered by a 2xx: from then on it is the installation's to keep. */
export type Acknowledged = RecordedCall & { receiptId: string; callId: string };

/** What a platform remembers of its sending. */
export type Ledger = {
  acknowledged: Acknowledged[];
  /** Answers that no sender should ever see. */
  surprises: string[];
  /** Calls whose END was sent, answered or not. */
  callCount: number;
};

/** Deliveries that do not stop. */
export type Load = {
  ledger: Ledger;
  /** From now on `count` more calls are sent that were never sent before; apart from those, earlier ones are repeated. */
  addCalls: (count: number) => void;
  /** Resolves when `count` more deliveries have been acknowledged. */
  acknowledgements: (count: number) => Promise<void>;
  /** Goes on until every call has been acknowledged, and stops there. */
  finish: () => Promise<Ledger>;
  /** Stops at once, whatever is under way. */
  abandon: () => Promise<Ledger>;
};

type StartLoadInput = {
  /** One connection each; name an address several times for several connections. */
  origins: string[];
  sender: Sender;
  host: RecordingHost;
  random: Random;
  /** Of the first call; calls of one installation have numbers of their own. */
  firstNumber?: number;
};

/** Of the deliveries, so many are of new calls while there are some. */
const NEW_SHARE = 0.5;
/** What a sender waits before it tries again. */
const RETRY_MS = 20;
const PATIENCE_MS = 60_000;

/** Sends recorded calls over several connections without pause, many of them more than once, and remembers every 2xx. */
export function startLoad({ origins, sender, host, random, firstNumber = 0 }: StartLoadInput): Load {
  const ledger: Ledger = { acknowledged: [], surprises: [], callCount: 0 };
  const open = new Set<number>();
  const abandoning = new AbortController();
  let allowedCalls = 1;
  let isFinishing = false;

  const nextNumber = (): number | null => {
    const isNew = ledger.callCount < allowedCalls && (isFinishing || ledger.callCount === 0 || random() < NEW_SHARE);
    if (abandoning.signal.aborted || (isFinishing && !isNew)) return null;
    if (!isNew) return firstNumber + Math.floor(random() * ledger.callCount);
    const number = firstNumber + ledger.callCount++;
    open.add(number);
    return number;
  };

  async function run(origin: string): Promise<void> {
    const connection = connectPlatform({ origin, apiKey: sender.apiKey });
    for (let number = nextNumber(); number !== null; number = nextNumber()) {
      const call = recordedCall({ number, campaignId: sender.campaignId, recordingUrl: host.urlOf(number) });
      // A sender that got no answer knows nothing, and says it again.
      while (!note(call, await connection.send(call.body)) && !abandoning.signal.aborted) await wait(RETRY_MS);
    }
    await connection.close();
  }

  function note(call: RecordedCall, outcome: SendOutcome): boolean {
    if (outcome.kind === "surprise") ledger.surprises.push(outcome.description);
    if (outcome.kind !== "acknowledged") return false;
    ledger.acknowledged.push({ ...call, receiptId: outcome.receiptId, callId: outcome.callId });
    open.delete(call.number);
    return true;
  }

  const running = origins.map(run);
  return {
    ledger,
    addCalls: (count) => {
      allowedCalls += count;
    },
    acknowledgements: (count) => {
      const goal = ledger.acknowledged.length + count;
      return waitUntil({ what: `${count} more acknowledged deliveries`, withinMs: PATIENCE_MS }, () => ledger.acknowledged.length >= goal);
    },
    finish: async () => {
      isFinishing = true;
      await waitUntil(
        { what: "every call to be acknowledged", withinMs: PATIENCE_MS },
        () => open.size === 0 && ledger.callCount === allowedCalls,
      );
      await Promise.all(running);
      return ledger;
    },
    abandon: async () => {
      abandoning.abort();
      await Promise.all(running);
      return ledger;
    },
  };
}
