import { log } from "@/lib/log";

/** A claim that is renewed while its owner works. `signal` aborts when it was lost to somebody else. */
export type KeptClaim = {
  signal: AbortSignal;
  /** Ends the renewals and returns the token as it stands, for the write that ends the work. */
  end: () => Promise<Date>;
};

/** Says that somebody else has the claim now: whatever this one found must not be written. */
export class ClaimLost extends Error {
  constructor(what: string) {
    super(`The claim on ${what} was lost.`);
    this.name = "ClaimLost";
  }
}

type KeepClaimInput = {
  /** What is claimed, in words, such as "call 0199…". */
  what: string;
  claimedUntil: Date;
  leaseSeconds: number;
  /** Puts the claim's end off from `token`, and returns the new one; null when the claim is no longer ours. */
  renew: (token: Date) => Promise<Date | null>;
};

/** Renews a claim every third of its time. A database that is away is no loss: the token decides when the work is written. */
export function keepClaim({ what, claimedUntil, leaseSeconds, renew }: KeepClaimInput): KeptClaim {
  const lost = new AbortController();
  let token = claimedUntil;
  let renewal = Promise.resolve();
  const timer = setInterval(
    () => {
      renewal = renewal.then(async () => {
        try {
          const renewed = await renew(token);
          if (renewed) token = renewed;
          else lost.abort(new ClaimLost(what));
        } catch (error) {
          log.warn({ what, err: error }, "a claim could not be renewed");
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
