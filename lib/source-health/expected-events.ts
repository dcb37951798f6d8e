import { HOUR_MS, hourOfWeek } from "./hour-of-week";
import type { Rhythm } from "./learn-rhythm";

type ExpectedEventsInput = { rhythm: Rhythm; timeZone: string; from: Date; to: Date };

/** How many events usually come between two moments; parts of an hour count as parts of its events. */
export function expectedEvents({ rhythm, timeZone, from, to }: ExpectedEventsInput): number {
  let expected = 0;
  const end = to.getTime() / HOUR_MS;
  for (let at = from.getTime() / HOUR_MS; at < end; ) {
    const hour = Math.floor(at);
    const next = Math.min(hour + 1, end);
    expected += (rhythm[hourOfWeek({ hour, timeZone })] ?? 0) * (next - at);
    at = next;
  }
  return expected;
}
