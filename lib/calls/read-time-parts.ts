import { instantOfLocalTime, type LocalTimeReading } from "./instant-of-local-time";

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Of this century: an instant that a call may have begun at. */
export function isTimeOfCall(at: Date): boolean {
  return at.getTime() >= EARLIEST && at.getTime() < LATEST;
}

/**
 * The instant that the digits of a date and time mean, taken from a text by name; without an `offset` such as Z or -03:00, on the clocks of
 * the zone. Null for a date or time that does not exist.
 */
export function readTimeParts(parts: Record<string, string | undefined>, timeZone: string): LocalTimeReading | null {
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
