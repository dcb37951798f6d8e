import type { CallIdentity } from "@/lib/reception/delivery-reading";
import { hashParts, shortenId } from "../identity-parts";

/** What tells one call from another where Anura sends no cdrid. */
export type AnuraFacts = { campaignId: number; startedAt: Date; calling: string; called: string; extension: string };

/** Which call a delivery speaks of: by cdrid when one was sent, else by the call's facts; null when there are neither. */
export function identifyAnuraCall({ cdrId, facts }: { cdrId: string; facts: AnuraFacts | null }): CallIdentity | null {
  if (cdrId !== "") return { kind: "id", externalId: shortenId(cdrId) };
  return facts
    ? {
        kind: "facts",
        factsKey: hashParts(["anura", "facts", facts.campaignId, facts.startedAt, facts.calling, facts.called, facts.extension]),
      }
    : null;
}

/** Stable hash of an identity, by which every event of a call is found. */
export function anuraCallKey(identity: CallIdentity): string {
  return identity.kind === "facts" ? identity.factsKey : hashParts(["anura", "id", identity.externalId]);
}
