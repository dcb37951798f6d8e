import type { LocalTimeReading } from "@/lib/calls/instant-of-local-time";
import { isTimeOfCall, readTimeParts } from "@/lib/calls/read-time-parts";

const FRACTION = "(?:[.,](?<fraction>\\d{1,9}))?";
const CLOCK = `(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})${FRACTION})?`;
const AMERICAN = new RegExp(`^(?<month>\\d{1,2})/(?<day>\\d{1,2})/(?<year>\\d{4})[ T]+${CLOCK}(?: ?(?<half>[AP])\\.?M\\.?)?$`, "i");
const ISO = new RegExp(
  `^(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T ](?<hour>\\d{2}):(?<minute>\\d{2})(?::(?<second>\\d{2})${FRACTION})? ?(?<offset>Z|[+-]\\d{2}(?::?\\d{2})?)?$`,
  "i",
);

export const ACCEPTED_CALL_DATES = "MM/DD/YYYY HH:MM:SS AM/PM, or ISO 8601";

/**
 * Reads when a call was, on the clocks of the connection's zone where the text has no offset. 12:00:00 AM is midnight. Null when the text is
 * in no accepted form, or names a date or time that does not exist or is not of this century.
 */
export function readCallDate({ text, timeZone }: { text: string; timeZone: string }): LocalTimeReading | null {
  const american = AMERICAN.exec(text)?.groups;
  const parts = american ? { ...american, hour: hourOfDay(american) } : ISO.exec(text)?.groups;
  const reading = parts && parts.hour !== undefined ? readTimeParts(parts, timeZone) : null;
  return reading !== null && isTimeOfCall(reading.at) ? reading : null;
}

/** The hour from 0 to 23; without AM or PM, as it stands. Undefined for one that no clock shows. */
function hourOfDay({ hour, half }: Record<string, string | undefined>): string | undefined {
  if (half === undefined) return hour;
  const number = Number(hour);
  if (number < 1 || number > 12) return undefined;
  return String((number % 12) + (half.toUpperCase() === "P" ? 12 : 0));
}
