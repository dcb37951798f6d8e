/** Days of a campaign, both included. */
export type OutcomeSpan = { campaignId: number; first: string; last: string };

/** Where a report finds its numbers: whole months by their first day, days as they were summed up, and days to be read from their calls. */
export type OutcomeReading = { months: { campaignId: number; month: string }[]; days: OutcomeSpan[]; calls: OutcomeSpan[] };

type PlanOutcomeReadingInput = {
  campaignIds: number[];
  from: string;
  to: string;
  /** Days whose calls changed since they were summed up. */
  marks: { campaignId: number; day: string }[];
  /** Months of which a day was summed up since they were. */
  staleMonths: { campaignId: number; month: string }[];
  /** The first month that has no sums of its own yet. */
  currentMonth: string;
  isByDay: boolean;
};

/** Covers every day of every campaign once, by months where these are whole and sound, by days else, and by calls where those changed. */
export function planOutcomeReading(input: PlanOutcomeReadingInput): OutcomeReading {
  const { campaignIds, from, to, marks, staleMonths, currentMonth, isByDay } = input;
  const marked = new Set(marks.map(({ campaignId, day }) => `${campaignId} ${day}`));
  const unsound = new Set([
    ...marks.map(({ campaignId, day }) => `${campaignId} ${monthOf(day)}`),
    ...staleMonths.map(({ campaignId, month }) => `${campaignId} ${month}`),
  ]);
  const days = daysBetween(from, to);
  const whole = new Set(isByDay ? [] : wholeMonths(days).filter((month) => month < currentMonth));
  const reading: OutcomeReading = { months: [], days: [], calls: [] };
  for (const campaignId of campaignIds) {
    const isSound = (month: string) => whole.has(month) && !unsound.has(`${campaignId} ${month}`);
    for (const month of whole) if (isSound(month)) reading.months.push({ campaignId, month });
    let place: OutcomeSpan[] | null = null;
    for (const day of days) {
      const next = isSound(monthOf(day)) ? null : marked.has(`${campaignId} ${day}`) ? reading.calls : reading.days;
      const open = next?.at(-1);
      if (open && next === place) open.last = day;
      else next?.push({ campaignId, first: day, last: day });
      place = next;
    }
  }
  return reading;
}

const DAY_MS = 86_400_000;

/** Every day from one to another, both included. */
export function daysBetween(from: string, to: string): string[] {
  const count = Math.max(0, (Date.parse(to) - Date.parse(from)) / DAY_MS + 1);
  return Array.from({ length: count }, (_, index) => new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10));
}

function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/** The months of which every day is there. */
function wholeMonths(days: string[]): string[] {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(monthOf(day), (counts.get(monthOf(day)) ?? 0) + 1);
  return [...counts].filter(([month, count]) => count === lengthOf(month)).map(([month]) => month);
}

function lengthOf(month: string): number {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).getUTCDate();
}
