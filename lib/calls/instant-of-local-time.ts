export type LocalTimeReading = { at: Date; oddity: null | "doubled" | "nonexistent" };

const DAY = 86_400_000;

/**
 * The instant at which clocks in a time zone show a local time, given as the milliseconds that it would be in UTC. Of a time that exists
 * twice (clocks put back) the first is taken; one that never exists (clocks put forward) is read as if the clocks had not been changed yet.
 */
export function instantOfLocalTime({ localTime, timeZone }: { localTime: number; timeZone: string }): LocalTimeReading {
  // No zone has changed its clocks twice within two days since 2000, so that a day before and after tell both offsets.
  const before = offsetOf(localTime - DAY, timeZone);
  const after = offsetOf(localTime + DAY, timeZone);
  const first = localTime - before;
  if (before === after) return { at: new Date(first), oddity: null };
  const second = localTime - after;
  const isFirst = offsetOf(first, timeZone) === before;
  const isSecond = offsetOf(second, timeZone) === after;
  if (isFirst && isSecond) return { at: new Date(first), oddity: "doubled" };
  if (isSecond) return { at: new Date(second), oddity: null };
  return { at: new Date(first), oddity: isFirst ? null : "nonexistent" };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Milliseconds that a zone's clocks are ahead of UTC at an instant. */
function offsetOf(instant: number, timeZone: string): number {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    formatters.set(timeZone, formatter);
  }
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = /GMT(?:([+-])(\d+):(\d+)(?::(\d+))?)?$/.exec(formatter.format(instant)) ?? [];
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}
