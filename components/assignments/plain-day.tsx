import { useFormatter } from "next-intl";

/** A day of a calendar, which is in no time zone. */
export function PlainDay({ day, isShort = false }: { day: string; isShort?: boolean }) {
  const format = useFormatter();
  const date = new Date(`${day}T12:00:00Z`);
  return (
    <time dateTime={day} className="whitespace-nowrap tabular-nums" suppressHydrationWarning>
      {format.dateTime(date, { timeZone: "UTC", day: "2-digit", month: "short", year: isShort ? undefined : "numeric" })}
    </time>
  );
}
