import { v7 } from "uuid";
import type { RecordingStatus, Verdict } from "@/db/enums";
import type { OutcomeValues } from "@/lib/calls/outcome-values";
import type { CallRow, KnownOutcome } from "./call-row";
import type { ReceivedCall, ReceivedOutcome } from "./delivery-reading";
import { type CallNames, findCall, identifyCall, nameByFacts } from "./identify-call";
import { firstOutcome, mergeOutcome } from "./merge-outcome";

/** What becomes of a delivery that names a call, and the call as it stands after it. `change` says what must be written. */
export type Settlement = {
  verdict: Verdict;
  reason: string;
  call: CallRow;
  change: "insert" | "update" | "none";
  /** The recording is to be taken in, which opens a task. */
  makesTask: boolean;
};

/**
 * Decides what one delivery does to the calls known so far. A call is ready to be taken in once a delivery said that it ended and one
 * gave its recording's address, in whatever order they came; the delivery that makes it ready is the accepted one.
 */
export function settleDelivery(calls: CallRow[], received: ReceivedCall): Settlement {
  const names = identifyCall(received);
  const known = findCall(calls, received, names);
  if (known === null) {
    const call = newCall(received, names);
    return { ...judge(received, null, call), call, change: "insert", makesTask: call.recordingStatus === "pending" };
  }
  const call = mergeCall(known, received);
  const isChanged = CHANGING_COLUMNS.some((column) => comparable(call[column]) !== comparable(known[column]));
  const makesTask = call.recordingStatus === "pending" && known.recordingStatus !== "pending";
  return { ...judge(received, known, call), call, change: isChanged ? "update" : "none", makesTask };
}

/** What platforms may leave empty in one delivery and say in another. */
const TEXT_FACTS = [
  "calling",
  "called",
  "callingNormalized",
  "calledNormalized",
  "disposition",
  "extension",
  "operatorName",
] as const satisfies readonly (keyof CallRow)[];

/** Every column that a later delivery of the same call may change. */
const CHANGING_COLUMNS = [
  ...TEXT_FACTS,
  "campaignId",
  "identityKey",
  "externalId",
  "direction",
  "startedAt",
  "durationSeconds",
  "billableSeconds",
  "isEnded",
  "recordingStatus",
  "recordingUrl",
  "outcome",
] as const satisfies readonly (keyof CallRow)[];

function newCall({ identity: _, hasRecording, outcome, ...facts }: ReceivedCall, names: CallNames): CallRow {
  return {
    ...facts,
    id: v7(),
    outcome: outcome ? firstOutcome(outcome) : null,
    identityKey: names.identityKey,
    factsKey: names.factsKey,
    externalId: names.externalId,
    recordingStatus: recordingStatusOf({ isEnded: facts.isEnded, hasRecording, recordingUrl: facts.recordingUrl }),
  };
}

function mergeCall(known: CallRow, received: ReceivedCall): CallRow {
  if (received.outcome && known.outcome) return mergePayPerCall({ ...known, outcome: known.outcome }, received, received.outcome);
  const isEnded = known.isEnded || received.isEnded;
  // What the delivery of the end says wins over what came before the end; afterwards only blanks are filled.
  const merged: CallRow = {
    ...(received.isEnded && !known.isEnded ? overwriteFacts(known, received) : fillBlanks(known, received)),
    isEnded,
  };
  if (known.recordingStatus === "stored") return merged;
  const recordingUrl = received.recordingUrl ?? known.recordingUrl;
  // A new address is a new chance; the old one repeated is not.
  if (known.recordingStatus === "unavailable" && recordingUrl === known.recordingUrl) return merged;
  const hasRecording = received.hasRecording || known.recordingStatus !== "none";
  const names = known.factsKey !== null && known.recordingUrl === null ? nameByFacts(known.factsKey, recordingUrl) : {};
  return { ...merged, ...names, recordingUrl, recordingStatus: recordingStatusOf({ isEnded, hasRecording, recordingUrl }) };
}

function mergePayPerCall(known: CallRow & { outcome: KnownOutcome }, received: ReceivedCall, outcome: ReceivedOutcome): CallRow {
  const { recordingStatus } = known;
  const merged = mergeOutcome({ known, received, outcome, keepsRecording: recordingStatus === "stored" });
  if (recordingStatus === "stored") return merged;
  if (recordingStatus === "unavailable" && merged.recordingUrl === known.recordingUrl) return merged;
  const { isEnded, recordingUrl } = merged;
  return { ...merged, recordingStatus: recordingStatusOf({ isEnded, hasRecording: recordingUrl !== null, recordingUrl }) };
}

/** The take-in has the call already, or had it. */
function isTakenIn(status: RecordingStatus): boolean {
  return status === "pending" || status === "stored" || status === "unavailable";
}

function recordingStatusOf({
  isEnded,
  hasRecording,
  recordingUrl,
}: {
  isEnded: boolean;
  hasRecording: boolean;
  recordingUrl: string | null;
}) {
  if (!hasRecording) return "none";
  return isEnded && recordingUrl !== null ? "pending" : "expected";
}

function overwriteFacts(known: CallRow, received: ReceivedCall): CallRow {
  const { direction, startedAt, durationSeconds, billableSeconds } = received;
  return { ...known, direction, startedAt, durationSeconds, billableSeconds, ...firstSaid(received, known) };
}

function fillBlanks(known: CallRow, received: ReceivedCall): CallRow {
  return { ...known, ...firstSaid(known, received) };
}

type TextFacts = Pick<CallRow, (typeof TEXT_FACTS)[number]>;

/** Each text fact from the first of the two that says something. */
function firstSaid(first: TextFacts, second: TextFacts): TextFacts {
  return {
    calling: first.calling || second.calling,
    called: first.called || second.called,
    callingNormalized: first.callingNormalized || second.callingNormalized,
    calledNormalized: first.calledNormalized || second.calledNormalized,
    disposition: first.disposition || second.disposition,
    extension: first.extension || second.extension,
    operatorName: first.operatorName || second.operatorName,
  };
}

function judge(received: ReceivedCall, before: CallRow | null, after: CallRow): { verdict: Verdict; reason: string } {
  const wasTakenIn = before !== null && isTakenIn(before.recordingStatus);
  if (after.recordingStatus === "pending" && before?.recordingStatus !== "pending") return { verdict: "accepted", reason: "" };
  if (after.outcome && received.outcome) return judgeOutcome(before?.outcome ?? null, after.outcome, received.outcome);
  if (!received.isEnded) return { verdict: "ignored", reason: wasTakenIn ? "recording_known" : "not_ended" };
  if (!received.hasRecording) return { verdict: "ignored", reason: "not_recorded" };
  return wasTakenIn ? { verdict: "duplicate", reason: "seen_before" } : { verdict: "ignored", reason: "no_recording_url" };
}

/** An outcome is worth having by itself, whether or not a recording comes with it. */
function judgeOutcome(before: KnownOutcome | null, after: KnownOutcome, received: ReceivedOutcome): { verdict: Verdict; reason: string } {
  if (before === null || comparable(before.values) !== comparable(after.values)) return { verdict: "accepted", reason: "outcome_only" };
  const { base, others } = before.standing;
  const isKnown = received.rank === base || received.rank in others;
  return { verdict: "duplicate", reason: isKnown ? "seen_before" : "nothing_new" };
}

function comparable(value: CallRow[keyof CallRow] | OutcomeValues) {
  if (value instanceof Date) return value.getTime();
  return typeof value === "object" ? JSON.stringify(value) : value;
}
