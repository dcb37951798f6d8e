const DAY_MS = 24 * 60 * 60 * 1000;

/** The end of so many days from an instant on: until when an audit may be disputed, and a dispute is to be decided. */
export function disputeDeadline(from: Date, disputeDays: number): Date {
  return new Date(from.getTime() + disputeDays * DAY_MS);
}
