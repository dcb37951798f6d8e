import { getDayOfWeek, parseAbsolute, toCalendarDate } from "@internationalized/date";
import { env } from "@/lib/env";

/** What day it is in the installation's time zone. */
export function digestDay(now: Date): string {
  return toCalendarDate(parseAbsolute(now.toISOString(), env.TIME_ZONE)).toString();
}

/** The Monday of the week that it is in the installation's time zone: the digest that is sent on it is that week's, however late it goes out. */
export function digestWeek(now: Date): string {
  const today = toCalendarDate(parseAbsolute(now.toISOString(), env.TIME_ZONE));
  return today.subtract({ days: getDayOfWeek(today, "en-US", "mon") }).toString();
}
