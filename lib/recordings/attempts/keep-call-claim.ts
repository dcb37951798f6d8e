import { sqlClient } from "@/db/client";
import { type KeptClaim, keepClaim } from "@/lib/claims/keep-claim";
import { type ClaimedCall, LEASE_SECONDS } from "./claim-call";

/** Keeps the claim on a call while its recording is taken in. */
export function keepCallClaim({ callId, claimedUntil }: ClaimedCall, { leaseSeconds = LEASE_SECONDS } = {}): KeptClaim {
  return keepClaim({
    what: `call ${callId}`,
    claimedUntil,
    leaseSeconds,
    renew: async (token) => {
      const [renewed] = await sqlClient<{ claimedUntil: Date }[]>`
        update calls set claimed_until = now() + make_interval(secs => ${leaseSeconds}) where id = ${callId} and claimed_until = ${token}
        returning claimed_until as "claimedUntil"`;
      return renewed?.claimedUntil ?? null;
    },
  });
}
