import type { Direction, Source } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import type { OutcomeValues } from "@/lib/calls/outcome-values";

/** How a call is told from others: by the platform's id, or by its facts where the platform sends none. */
export type CallIdentity =
  | {
      kind: "id";
      externalId: string;
      /** Within what the platform's id is unique, where that is not the whole installation. */
      scope?: string;
    }
  /** `factsKey` is a hash of the facts; the recording's address, which may come later, is the other half. */
  | { kind: "facts"; factsKey: string };

/** What is known of a call, in our words. Empty text means that the platform said nothing. */
export type CallFacts = {
  source: Source;
  campaignId: number;
  direction: Direction;
  startedAt: Date;
  calling: string;
  called: string;
  callingNormalized: string;
  calledNormalized: string;
  disposition: string;
  durationSeconds: number;
  billableSeconds: number;
  extension: string;
  operatorName: string;
  /** A delivery said that the call is over; one that only brings the recording of a call does not. */
  isEnded: boolean;
  recordingUrl: string | null;
};

/**
 * What one delivery says of the outcome of a pay-per-call call. `rank` sorts the deliveries of a call as a text, the oldest event first: the
 * time of the event (24 characters), then whatever tells which of two knows more. The same content has the same rank.
 */
export type ReceivedOutcome = { connectionId: string; values: OutcomeValues; rank: string };

/** What one delivery says of a call; with an outcome, the deliveries of a call are merged value by value. */
export type ReceivedCall = CallFacts & { identity: CallIdentity; hasRecording: boolean; outcome?: ReceivedOutcome };

/** Stands for the campaign of a call in a preview where that campaign would have to be made first. */
export const CAMPAIGN_TO_BE_MADE = 0;

/** What a source makes of one delivery's bytes, before anything is stored. */
export type DeliveryReading = {
  /** The platform's name of the event; empty when none could be read. */
  eventKind: string;
  campaignId: number | null;
  /** Links the delivery to its call even when it makes none: hash of the identity; null when the delivery names no call. */
  callKey: string | null;
  warnings: DeliveryProblem[];
} & (
  | { outcome: "call"; call: ReceivedCall }
  | { outcome: "ignored"; reason: string }
  | {
      outcome: "refused";
      status: 400 | 405 | 408 | 413 | 415 | 422;
      code: string;
      message: string;
      problems: DeliveryProblem[];
      position?: BodyPosition;
    }
);

/** Where in a body that is not JSON the reader stopped, counted from 1, and what is most likely wrong there. */
export type BodyPosition = { line: number; column: number; hint: string };

/** What a source needs to know of the campaign that a delivery names. */
export type CampaignFacts = { id: number; timeZone: string | null; source: Source | null; isArchived: boolean };
