import type { DeliveryProblem } from "@/db/schema";
import type { LocalTimeReading } from "@/lib/calls/instant-of-local-time";

/** Warns of a time that its zone's clocks showed twice, or never, in the field `path`. */
export function warnOfLocalTime(path: string, time: LocalTimeReading | null): DeliveryProblem[] {
  if (!time?.oddity) return [];
  const at = time.at.toISOString();
  const message =
    time.oddity === "doubled"
      ? `Clocks were put back then, so this time exists twice; the first was taken (${at}).`
      : `Clocks were put forward then, so this time does not exist; it was read as if they had not been (${at}).`;
  return [{ path, code: `${time.oddity}_local_time`, message }];
}
