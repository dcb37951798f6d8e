import { parseAbsolute, toCalendarDate } from "@internationalized/date";

/** The instant at which the day that holds `now` began in a time zone. */
export function startOfDay({ now, timeZone }: { now: Date; timeZone: string }): Date {
  return toCalendarDate(parseAbsolute(now.toISOString(), timeZone)).toDate(timeZone);
}
