/** Says, until the browser is closed, who has put alarms away and up to which. */
export const SEEN_ALARMS_COOKIE = "auditoria-seen-alarms";

/** The value of the cookie: whoever signs in after somebody else sees all alarms. */
export function formatSeenAlarms(userId: string, until: number): string {
  return `${userId}.${until}`;
}

/** The time in milliseconds up to which this person has put alarms away; minus infinity for one who has not. */
export function parseSeenAlarms(value: string | undefined, userId: string): number {
  const until = value?.startsWith(`${userId}.`) ? Number(value.slice(userId.length + 1)) : Number.NaN;
  return Number.isFinite(until) ? until : Number.NEGATIVE_INFINITY;
}
