/** A time zone to choose: its IANA name and how far it is from UTC now, such as GMT-3. */
export type TimeZoneOption = { name: string; offset: string };

/** Every time zone that this runtime knows, by name, with UTC first, and `current` even where it is a name of another age. */
export function listTimeZones({ current, now }: { current: string | null; now: Date }): TimeZoneOption[] {
  const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]);
  if (current !== null) names.add(current);
  return [...names].map((name) => ({ name, offset: offsetOf(name, now) }));
}

function offsetOf(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(now);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
