import { hash } from "node:crypto";
import type { Source } from "@/db/enums";
import type { CallRow } from "./call-row";
import type { ReceivedCall } from "./delivery-reading";

/** How a call is found and named. `lockKey` is what two deliveries that may be one call have in common. */
export type CallNames = { source: Source; lockKey: string; identityKey: string; factsKey: string | null; externalId: string };

/** Names a call for the database: by the platform's id, or by its facts together with its recording's address. */
export function identifyCall({ source, identity, recordingUrl }: Pick<ReceivedCall, "source" | "identity" | "recordingUrl">): CallNames {
  if (identity.kind === "id") {
    const identityKey = identity.scope === undefined ? `id:${identity.externalId}` : `id:${identity.scope}:${identity.externalId}`;
    return { source, lockKey: `${source}:${identityKey}`, identityKey, factsKey: null, externalId: identity.externalId };
  }
  const { factsKey } = identity;
  return { source, lockKey: `${source}:facts:${factsKey}`, factsKey, ...nameByFacts(factsKey, recordingUrl) };
}

/** The two names that change when a call that was announced without an address gets one. */
export function nameByFacts(factsKey: string, recordingUrl: string | null): Pick<CallNames, "identityKey" | "externalId"> {
  const identityKey = recordingUrl === null ? `facts:${factsKey}` : `facts:${factsKey}:${hash("sha256", recordingUrl, "hex").slice(0, 32)}`;
  return { identityKey, externalId: hash("sha256", identityKey, "hex").slice(0, 32) };
}

/**
 * The call among `calls` that a delivery speaks of; null when it is a new one. The same facts and address are one call, so are the same
 * facts where one side has no address yet; the same facts with two addresses are two calls.
 */
export function findCall(calls: CallRow[], received: ReceivedCall, names: CallNames): CallRow | null {
  const ofSource = calls.filter((call) => call.source === received.source);
  if (names.factsKey === null) return ofSource.find((call) => call.identityKey === names.identityKey) ?? null;
  const sharing = ofSource.filter((call) => call.factsKey === names.factsKey).sort((a, b) => (a.id < b.id ? -1 : 1));
  const withoutAddress = sharing.find((call) => call.recordingUrl === null);
  if (received.recordingUrl === null) return withoutAddress ?? sharing[0] ?? null;
  return sharing.find((call) => call.recordingUrl === received.recordingUrl) ?? withoutAddress ?? null;
}
