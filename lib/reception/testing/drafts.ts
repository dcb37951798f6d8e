import { v7 } from "uuid";
import type { DeliveryDraft } from "../delivery-draft";
import type { ReceivedCall } from "../delivery-reading";

/** A call as a source would read it, for tests; `facts` say what matters to the test. */
export function receivedCall(facts: Partial<ReceivedCall> & { campaignId: number }): ReceivedCall {
  return {
    source: "anura",
    identity: { kind: "facts", factsKey: "facts-of-the-test" },
    direction: "inbound",
    startedAt: new Date("2026-11-20T15:00:00Z"),
    calling: "1140001234",
    called: "08001234",
    callingNormalized: "1140001234",
    calledNormalized: "08001234",
    disposition: "ANSWERED",
    durationSeconds: 62,
    billableSeconds: 60,
    extension: "201",
    operatorName: "María López",
    isEnded: true,
    hasRecording: true,
    recordingUrl: "https://recordings.example.com/1.mp3",
    ...facts,
  };
}

/** A delivery that brings `call`. */
export function draftOf(call: ReceivedCall, overrides: Partial<Pick<DeliveryDraft, "raw" | "headers" | "warnings">> = {}): DeliveryDraft {
  return {
    id: v7(),
    receivedAt: new Date(),
    source: call.source,
    eventKind: call.isEnded ? "END" : "RECORDING",
    campaignId: call.campaignId,
    callKey: null,
    apiKeyId: null,
    remoteAddress: "192.0.2.1",
    contentType: "application/json",
    headers: {},
    raw: Buffer.from("{}"),
    problems: [],
    warnings: [],
    replayOf: null,
    call,
    ...overrides,
  };
}
