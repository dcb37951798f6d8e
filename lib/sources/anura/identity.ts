import { hash } from "node:crypto";
import type { CallIdentity } from "@/lib/reception/delivery-reading";

/** What tells one call from another where Anura sends no cdrid. */
export type AnuraFacts = { campaignId: number; startedAt: Date; calling: string; called: string; extension: string };

/** An index entry of PostgreSQL holds 2,704 bytes. */
const MAX_ID_LENGTH = 200;

/** Which call a delivery speaks of: by cdrid when one was sent, else by the call's facts; null when there are neither. */
export function identifyAnuraCall({ cdrId, facts }: { cdrId: string; facts: AnuraFacts | null }): CallIdentity | null {
  if (cdrId !== "") return { kind: "id", externalId: shorten(cdrId) };
  return facts
    ? {
        kind: "facts",
        factsKey: hashOf(["anura", "facts", facts.campaignId, facts.startedAt, facts.calling, facts.called, facts.extension]),
      }
    : null;
}

/** Stable hash of an identity, by which every event of a call is found. */
export function anuraCallKey(identity: CallIdentity): string {
  return identity.kind === "facts" ? identity.factsKey : hashOf(["anura", "id", identity.externalId]);
}

/** JSON marks where each part ends, so that no two lists of parts read the same. */
function hashOf(parts: (string | number | Date)[]): string {
  return hash("sha256", JSON.stringify(parts), "hex");
}

function shorten(id: string): string {
  if (id.length <= MAX_ID_LENGTH) return id;
  return `${id.slice(0, 100).toWellFormed()}\u2026${hash("sha256", id, "hex")}`;
}
