import { parseAbsolute, parseDate, toCalendarDate } from "@internationalized/date";
import { env } from "@/lib/env";

const USUAL_DAYS = 30;
const MAX_YEARS = 10;
const RANGES = [7, 30, 90, 365];

/** The days that an address asks for, the last thirty without any. A range that is open, turned round or endless is mended. */
export function rangeOf(params: { from: string; to: string }, now = new Date()): { from: string; to: string } {
  const today = todayOf(now);
  const wantedFrom = dateOf(params.from);
  const to = dateOf(params.to) ?? (wantedFrom && wantedFrom.compare(today) > 0 ? wantedFrom : today);
  const earliest = to.subtract({ years: MAX_YEARS });
  const from = wantedFrom ?? to.subtract({ days: USUAL_DAYS - 1 });
  const bounded = from.compare(to) > 0 ? to : from.compare(earliest) < 0 ? earliest : from;
  return { from: bounded.toString(), to: to.toString() };
}

/** Ranges that end today, by how many days they have. */
export function usualRanges(now = new Date()): { days: number; from: string; to: string }[] {
  const today = todayOf(now);
  return RANGES.map((days) => ({ days, from: today.subtract({ days: days - 1 }).toString(), to: today.toString() }));
}

function todayOf(now: Date) {
  return toCalendarDate(parseAbsolute(now.toISOString(), env.TIME_ZONE));
}

function dateOf(text: string) {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return parseDate(text);
  } catch {
    return null;
  }
}
