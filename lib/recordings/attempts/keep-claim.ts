import { sqlClient } from "@/db/client";
import { log } from "@/lib/log";
import { type ClaimedCall, LEASE_SECONDS } from "./claim-call";

/** A claim that is renewed while its owner works. `signal` aborts when it was lost to somebody else. */
export type KeptClaim = {
  signal: AbortSignal;
  /** Ends the renewals and returns the token as it stands, for the write that ends the attempt. */
  end: () => Promise<Date>;
};

/** Says that another process took the call over: whatever this one found must not be written. */
export class ClaimLost extends Error {
  constructor(callId: string) {
    super(`The claim on call ${callId} was lost to another process.`);
    this.name = "ClaimLost";
  }
}

/** Renews a claim every third of its time. A database that is away is no loss: the token decides when the attempt is written. */
export function keepClaim({ callId, claimedUntil }: ClaimedCall, { leaseSeconds = LEASE_SECONDS } = {}): KeptClaim {
  const lost = new AbortController();
  let token = claimedUntil;
  let renewal = Promise.resolve();
  const timer = setInterval(
    () => {
      renewal = renewal.then(async () => {
        try {
          const renewed = await renew(callId, token, leaseSeconds);
          if (renewed) token = renewed;
          else lost.abort(new ClaimLost(callId));
        } catch (error) {
          log.warn({ callId, err: error }, "a claim could not be renewed");
        }
      });
    },
    (leaseSeconds * 1000) / 3,
  );
  return {
    signal: lost.signal,
    end: async () => {
      clearInterval(timer);
      await renewal;
      return token;
    },
  };
}

async function renew(callId: string, token: Date, leaseSeconds: number): Promise<Date | null> {
  const [renewed] = await sqlClient<{ claimedUntil: Date }[]>`
    update calls set claimed_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${callId} and claimed_until = ${token}
    returning claimed_until as "claimedUntil"`;
  return renewed?.claimedUntil ?? null;
}
