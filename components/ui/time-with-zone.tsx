import { useFormatter, useTimeZone } from "next-intl";

type TimeWithZoneProps = {
  value: Date;
  /** IANA name; without one, the installation's. */
  timeZone?: string | null;
  /** Leaves the seconds out where they say nothing. */
  isBrief?: boolean;
  /** Leaves the year out too, where there is no room. */
  isShort?: boolean;
};

/** A moment with the zone that it is told in. */
export function TimeWithZone({ value, timeZone, isBrief = false, isShort = false }: TimeWithZoneProps) {
  const format = useFormatter();
  const ownZone = useTimeZone();
  const zone = timeZone ?? ownZone;
  const date = format.dateTime(value, { timeZone: zone, day: "2-digit", month: "short", year: isShort ? undefined : "numeric" });
  const time = format.dateTime(value, {
    timeZone: zone,
    hour: "2-digit",
    minute: "2-digit",
    second: isBrief || isShort ? undefined : "2-digit",
    hourCycle: "h23",
  });
  return (
    // Browsers know months by names of their own at times.
    <time dateTime={value.toISOString()} title={zone} className="tabular-nums" suppressHydrationWarning>
      <span className="whitespace-nowrap">
        {date}, {time}
      </span>{" "}
      <span className="text-xs whitespace-nowrap text-muted">{zoneAbbreviation(value, zone)}</span>
    </time>
  );
}

/** Such as GMT-3: English, since other languages spell some zones out. */
function zoneAbbreviation(value: Date, timeZone: string | undefined): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts(value);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
}
