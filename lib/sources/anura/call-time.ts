import { instantOfLocalTime, type LocalTimeReading } from "@/lib/calls/instant-of-local-time";

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
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

export const ACCEPTED_CALL_TIMES = "YYYY-MM-DD HH:MM:SS, ISO 8601, DD/MM/YYYY HH:MM:SS, or an epoch of 10 or 13 digits";

/**
 * Reads when a call was dialled. A time without an offset is one of the given zone's clocks. Null when the text is in no accepted form, or
 * names a date or time that does not exist or is not of this century.
 */
export function readCallTime({ text, timeZone }: { text: string; timeZone: string }): LocalTimeReading | null {
  const reading = /^\d{10}$|^\d{13}$/.test(text) ? readEpoch(text) : readDate(text, timeZone);
  const isSane = reading !== null && reading.at.getTime() >= EARLIEST && reading.at.getTime() < LATEST;
  return isSane ? reading : null;
}

function readEpoch(text: string): LocalTimeReading {
  return { at: new Date(Number(text) * (text.length === 10 ? 1000 : 1)), oddity: null };
}

function readDate(text: string, timeZone: string): LocalTimeReading | null {
  for (const form of FORMS) {
    const parts = form.exec(text)?.groups;
    if (parts) return readParts(parts, timeZone);
  }
  return null;
}

function readParts(parts: Record<string, string | undefined>, timeZone: string): LocalTimeReading | null {
  const [year, month, day] = [Number(parts.year), Number(parts.month), Number(parts.day)];
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second ?? "0")];
  if (minute > 59 || second > 59) return null;
  const milliseconds = Number((parts.fraction ?? "").padEnd(3, "0").slice(0, 3));
  const localTime = Date.UTC(year, month - 1, day, hour, minute, second, milliseconds);
  const date = new Date(localTime);
  // Date.UTC carries what overflows: 30 February would be 2 March, and 24:00 the next day.
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  if (parts.offset === undefined) return instantOfLocalTime({ localTime, timeZone });
  const offset = readOffset(parts.offset);
  return offset === null ? null : { at: new Date(localTime - offset), oddity: null };
}

function readOffset(text: string): number | null {
  if (/^z$/i.test(text)) return 0;
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(":", "") || "0")];
  if (hours > 15 || minutes > 59) return null;
  return (text.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
