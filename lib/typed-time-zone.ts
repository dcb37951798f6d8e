import { z } from "zod";

/** A time zone that somebody typed or chose, by its IANA name; null where it is blank. Its issue is `unknown_time_zone`. */
export const typedTimeZone = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .refine((zone) => zone === null || isTimeZone(zone), { error: "unknown_time_zone" });

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
