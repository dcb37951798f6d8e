import fc from "fast-check";
import { expect, test } from "vitest";
import type { CallRow } from "./call-row";
import type { ReceivedCall } from "./delivery-reading";
import { settleDelivery } from "./settle-delivery";
import { receivedCall } from "./testing/drafts";

const URL_A = "https://recordings.example.com/a.mp3";
const URL_B = "https://recordings.example.com/b.mp3";

function settleAll(deliveries: ReceivedCall[]) {
  const calls = new Map<string, CallRow>();
  const settlements = deliveries.map((delivery) => {
    const settlement = settleDelivery([...calls.values()], delivery);
    calls.set(settlement.call.id, settlement.call);
    return settlement;
  });
  return {
    settlements,
    calls: [...calls.values()],
    verdicts: settlements.map(({ verdict, reason }) => (reason ? `${verdict}: ${reason}` : verdict)),
  };
}

const end = (facts: Partial<ReceivedCall> = {}) => receivedCall({ campaignId: 1, recordingUrl: URL_A, ...facts });
const recording = (facts: Partial<ReceivedCall> = {}) => end({ isEnded: false, ...facts });

test("a call that ended with a recording is accepted once, and every repetition is a duplicate of the same call", () => {
  const { verdicts, calls } = settleAll([end(), end(), end()]);
  expect(verdicts).toEqual(["accepted", "duplicate: seen_before", "duplicate: seen_before"]);
  expect(calls).toHaveLength(1);
});

test("an END without an address is completed by the delivery that brings it, and keeps its call", () => {
  const { verdicts, calls } = settleAll([end({ recordingUrl: null }), end({ recordingUrl: null }), end(), end({ recordingUrl: null })]);
  expect(verdicts).toEqual(["ignored: no_recording_url", "ignored: no_recording_url", "accepted", "duplicate: seen_before"]);
  expect(calls).toMatchObject([{ recordingStatus: "pending", recordingUrl: URL_A }]);
});

test("RECORDING completes a call that an END announced, and is otherwise ignored", () => {
  expect(settleAll([end({ recordingUrl: null }), recording(), recording()]).verdicts).toEqual([
    "ignored: no_recording_url",
    "accepted",
    "ignored: recording_known",
  ]);
  expect(settleAll([end(), recording()]).verdicts).toEqual(["accepted", "ignored: recording_known"]);
  const early = settleAll([recording(), end({ recordingUrl: null })]);
  expect(early.verdicts).toEqual(["ignored: not_ended", "accepted"]);
  expect(early.calls).toMatchObject([{ recordingStatus: "pending", recordingUrl: URL_A, isEnded: true }]);
});

test("an END that was not recorded makes nothing to take in, until one says that it was", () => {
  const { verdicts, calls } = settleAll([end({ hasRecording: false, recordingUrl: null }), end()]);
  expect(verdicts).toEqual(["ignored: not_recorded", "accepted"]);
  expect(calls).toHaveLength(1);
});

test("the same facts with two addresses are two calls, and a repetition finds its own", () => {
  const { settlements, calls, verdicts } = settleAll([end(), end({ recordingUrl: URL_B }), end(), end({ recordingUrl: URL_B })]);
  expect(verdicts).toEqual(["accepted", "accepted", "duplicate: seen_before", "duplicate: seen_before"]);
  expect(calls).toHaveLength(2);
  expect(settlements[0]?.call.id).toBe(settlements[2]?.call.id);
  expect(settlements[1]?.call.id).toBe(settlements[3]?.call.id);
});

test("with the platform's id, a new address of an unavailable recording is a new chance, and of a stored one changes nothing", () => {
  const identity = { kind: "id", externalId: "c-1" } as const;
  const [first] = settleAll([end({ identity })]).calls;
  if (!first) throw new Error("no call");
  const unavailable: CallRow = { ...first, recordingStatus: "unavailable" };
  expect(settleDelivery([unavailable], end({ identity }))).toMatchObject({ verdict: "duplicate", change: "none" });
  expect(settleDelivery([unavailable], end({ identity, recordingUrl: URL_B }))).toMatchObject({
    verdict: "accepted",
    call: { recordingStatus: "pending", recordingUrl: URL_B },
  });
  const stored: CallRow = { ...first, recordingStatus: "stored" };
  expect(settleDelivery([stored], end({ identity, recordingUrl: URL_B }))).toMatchObject({ verdict: "duplicate", change: "none" });
});

test("blanks never erase, the END's own facts win over what came before it, and later deliveries only fill blanks", () => {
  const early = recording({ operatorName: "", calling: "11", durationSeconds: 0 });
  const { calls } = settleAll([
    early,
    end({ calling: "", durationSeconds: 62 }),
    end({ operatorName: "Somebody Else", durationSeconds: 1 }),
  ]);
  expect(calls).toMatchObject([{ operatorName: "María López", calling: "11", durationSeconds: 62 }]);
});

test("whatever the order and repetition of one call's deliveries, it ends as one call ready to be taken in, accepted exactly once", () => {
  const deliveries = [end({ recordingUrl: null }), end(), recording(), end({ hasRecording: false, recordingUrl: null })];
  const anyOrder = fc.shuffledSubarray([...deliveries, ...deliveries], { minLength: 1 });
  fc.assert(
    fc.property(anyOrder, (order) => {
      const { calls, settlements } = settleAll(order);
      const isComplete = order.some((delivery) => delivery.isEnded) && order.some((delivery) => delivery.recordingUrl !== null);
      expect(calls).toHaveLength(1);
      expect(calls[0]?.recordingStatus === "pending").toBe(isComplete);
      expect(settlements.filter(({ verdict }) => verdict === "accepted")).toHaveLength(isComplete ? 1 : 0);
      if (isComplete) expect(calls[0]?.externalId).toBe(settleAll([end()]).calls[0]?.externalId);
    }),
  );
});
