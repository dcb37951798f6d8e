import { hash } from "node:crypto";
import { OUTCOME_FIELDS, type OutcomeValues } from "@/lib/calls/outcome-values";

type RankInput = { eventAt: Date; startedAt: Date; calling: string; called: string; recordingUrl: string | null; values: OutcomeValues };

/**
 * A text that sorts the deliveries of a call from the one that knows least to the one that knows most: by the time of the event, then how long
 * the call is said to have lasted, then how many fields say something. The same content always has the same rank, another one another.
 */
export function rankDelivery({ eventAt, values, ...call }: RankInput): string {
  const said = OUTCOME_FIELDS.map((field) => values[field]);
  const parts = [call.startedAt, call.calling, call.called, call.recordingUrl, ...said];
  const filledCount = parts.filter((value) => value !== null && value !== "").length;
  const digest = hash("sha256", JSON.stringify(parts), "hex").slice(0, 12);
  const lengths = [values.durationSeconds, values.connectedSeconds].map((seconds) => pad(Math.round((seconds ?? 0) * 1000), 12));
  return [eventAt.toISOString(), ...lengths, pad(filledCount, 2), digest].join("|");
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, "0");
}
