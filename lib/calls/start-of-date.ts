import { parseDate } from "@internationalized/date";

/** The instant at which a calendar day (2026-11-23), or one so many days later, begins in a time zone; null for what is no day. */
export function startOfDate({ date, timeZone, plusDays = 0 }: { date: string; timeZone: string; plusDays?: number }): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  try {
    return parseDate(date).add({ days: plusDays }).toDate(timeZone);
  } catch {
    return null;
  }
}
