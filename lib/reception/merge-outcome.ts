import type { OutcomeStanding } from "@/db/schema";
import { outcomeOperator } from "@/lib/calls/outcome-operator";
import { OUTCOME_AMOUNTS, OUTCOME_FIELDS, type OutcomeField, type OutcomeValues } from "@/lib/calls/outcome-values";
import type { CallRow, KnownOutcome } from "./call-row";
import type { CallFacts, ReceivedOutcome } from "./delivery-reading";

/** A call of which deliveries bring parts: what one of them says, or what is known from all before it. */
export type CallParts = Pick<CallFacts, "campaignId" | "startedAt" | "calling" | "callingNormalized" | "called" | "calledNormalized"> & {
  recordingUrl: string | null;
  values: OutcomeValues;
  /** Of each value that says something, the rank of the delivery that it came from. */
  rankOf: (field: PartField) => string;
};

/** What is merged one by one: the outcome's values, and of the call itself what its deliveries may say differently. */
const PART_FIELDS = [...OUTCOME_FIELDS, "startedAt", "calling", "called", "recordingUrl"] as const;
export type PartField = (typeof PART_FIELDS)[number];

/** Length of the time of the event at the beginning of a rank. */
const EVENT_TIME_LENGTH = 24;

/**
 * What is known of a call after one more of its deliveries. Any order and any repetition of the same deliveries ends in the same: blanks never
 * erase, an older event never overwrites a newer one, and of one event the larger number and yes win, since outcomes grow (a call is counted
 * as not converted before it is as converted). `keepsRecording`: the recording is in storage already.
 */
export function mergeOutcome({
  known,
  received,
  outcome,
  keepsRecording,
}: {
  known: CallRow & { outcome: KnownOutcome };
  received: CallFacts;
  outcome: ReceivedOutcome;
  keepsRecording: boolean;
}): CallRow & { outcome: KnownOutcome } {
  const before = partsOfKnown(known);
  const after: CallParts = { ...received, values: outcome.values, rankOf: () => outcome.rank };
  const winners = new Map<PartField, CallParts>();
  for (const field of PART_FIELDS) {
    if (field === "recordingUrl" && keepsRecording) winners.set(field, before);
    else winners.set(field, isBefore(field, before, after) ? after : before);
  }
  const of = (field: PartField) => winners.get(field) ?? before;
  const values = pickValues((field) => of(field).values[field]);
  const standing = toStanding(
    PART_FIELDS.flatMap((field): [PartField, string][] => {
      const winner = of(field);
      return isBlank(saidBy(winner, field)) ? [] : [[field, winner.rankOf(field)]];
    }),
  );
  const { calling, callingNormalized } = of("calling");
  const { called, calledNormalized } = of("called");
  return {
    ...known,
    // The campaign goes with their campaign, which it was chosen by.
    campaignId: of("externalCampaignId").campaignId,
    startedAt: of("startedAt").startedAt,
    ...{ calling, callingNormalized, called, calledNormalized },
    recordingUrl: of("recordingUrl").recordingUrl,
    ...callFactsOf(values),
    outcome: { connectionId: known.outcome.connectionId, values, standing },
  };
}

/** The outcome of a call that one delivery has spoken of. */
export function firstOutcome({ connectionId, values, rank }: ReceivedOutcome): KnownOutcome {
  return { connectionId, values: pickValues((field) => values[field]), standing: { base: rank, others: {} } };
}

/** Always in the same order, so that two outcomes can be compared as JSON. */
export function pickValues(pick: <Field extends OutcomeField>(field: Field) => OutcomeValues[Field]): OutcomeValues {
  // Every field is there, each from a place that has it with its type.
  return Object.fromEntries(OUTCOME_FIELDS.map((field) => [field, pick(field)])) as OutcomeValues;
}

/** What a call's own columns say that its outcome's values tell. */
export function callFactsOf(values: OutcomeValues): Pick<CallFacts, "durationSeconds" | "billableSeconds" | "operatorName"> {
  return {
    durationSeconds: values.durationSeconds ?? values.connectedSeconds ?? 0,
    billableSeconds: values.connectedSeconds ?? 0,
    operatorName: outcomeOperator(values),
  };
}

function partsOfKnown({ outcome: { values, standing }, ...call }: CallRow & { outcome: KnownOutcome }): CallParts {
  const ranks = new Map(Object.entries(standing.others).flatMap(([rank, fields]) => fields.map((field) => [field, rank])));
  return { ...call, values, rankOf: (field) => ranks.get(field) ?? standing.base };
}

type PartValue = string | number | boolean | Date | null;

function saidBy(parts: CallParts, field: PartField): PartValue {
  if (field === "startedAt" || field === "calling" || field === "called" || field === "recordingUrl") return parts[field];
  return parts.values[field];
}

function isBlank(value: PartValue): boolean {
  return value === null || value === "";
}

/** A total order of what two deliveries say of one field, blanks first. */
function isBefore(field: PartField, one: CallParts, other: CallParts): boolean {
  const [value, otherValue] = [saidBy(one, field), saidBy(other, field)];
  if (isBlank(otherValue)) return false;
  if (isBlank(value)) return true;
  const [rank, otherRank] = [one.rankOf(field), other.rankOf(field)];
  const byEvent = compare(rank.slice(0, EVENT_TIME_LENGTH), otherRank.slice(0, EVENT_TIME_LENGTH));
  if (byEvent !== 0) return byEvent < 0;
  const size = sizeOf(field, value);
  const byValue = size === null ? 0 : compare(size, sizeOf(field, otherValue) ?? size);
  return (byValue || compare(rank, otherRank)) < 0;
}

/** What values that grow are compared by, exactly; null for texts and times, of which the delivery that knows more is believed. */
function sizeOf(field: PartField, value: PartValue): number | bigint | null {
  if (typeof value === "boolean") return Number(value);
  if (typeof value === "number") return value;
  const isAmount = typeof value === "string" && AMOUNT.test(value) && AMOUNT_FIELDS.has(field);
  return isAmount ? BigInt(value.replace(".", "")) : null;
}

const AMOUNT = /^-?\d+\.\d{4}$/;
const AMOUNT_FIELDS = new Set<PartField>(OUTCOME_AMOUNTS);

function compare<T extends string | number | bigint>(one: T, other: T): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** The rank that most values have is said once; the same ranks are always written the same. */
function toStanding(ranks: [PartField, string][]): OutcomeStanding {
  const fieldsOf = new Map<string, string[]>();
  for (const [field, rank] of ranks) fieldsOf.set(rank, [...(fieldsOf.get(rank) ?? []), field]);
  const [first, ...rest] = [...fieldsOf].sort(([rank, fields], [otherRank, otherFields]) => {
    return otherFields.length - fields.length || -compare(rank, otherRank);
  });
  return { base: first?.[0] ?? "", others: Object.fromEntries(rest.sort(([rank], [otherRank]) => compare(rank, otherRank))) };
}
