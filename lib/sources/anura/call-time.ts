import type { LocalTimeReading } from "@/lib/calls/instant-of-local-time";
import { isTimeOfCall, readTimeParts } from "@/lib/calls/read-time-parts";

const FRACTION = "(?:[.,](?<fraction>\\d{1,9}))?";
const OFFSET = " ?(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?";
const FORMS = [
  new RegExp(
    `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})${FRACTION})?${OFFSET}$`,
    "i",
  ),
  new RegExp(`^(?<day>\\d{2})/(?<month>\\d{2})/(?<year>\\d{4}) (?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})${FRACTION}$`),
  new RegExp(`^(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})T(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})${FRACTION}${OFFSET}$`, "i"),
];

export const ACCEPTED_CALL_TIMES = "YYYY-MM-DD HH:MM:SS, ISO 8601, DD/MM/YYYY HH:MM:SS, or an epoch of 10 or 13 digits";

/**
 * Reads when a call was dialled. A time without an offset is one of the given zone's clocks. Null when the text is in no accepted form, or
 * names a date or time that does not exist or is not of this century.
 */
export function readCallTime({ text, timeZone }: { text: string; timeZone: string }): LocalTimeReading | null {
  const reading = /^\d{10}$|^\d{13}$/.test(text) ? readEpoch(text) : readDate(text, timeZone);
  return reading !== null && isTimeOfCall(reading.at) ? reading : null;
}

function readEpoch(text: string): LocalTimeReading {
  return { at: new Date(Number(text) * (text.length === 10 ? 1000 : 1)), oddity: null };
}

function readDate(text: string, timeZone: string): LocalTimeReading | null {
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts) return readTimeParts(parts, timeZone);
  }
  return null;
}
