import { useFormatter, useTranslations } from "next-intl";
import { type Figure, Figures } from "@/components/overview/figures";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SourceHealth } from "@/lib/source-health/get-source-health";

/** A source's health in numbers: what came, how much of it was taken in, and which recordings are missing. Refusals lead to `refusedHref`, if given. */
export function HealthFigures({ health, refusedHref }: { health: SourceHealth; refusedHref?: string }) {
  return (
    <>
      <Figures figures={useEventFigures(health)} />
      <Figures figures={useRecordingFigures(health, refusedHref)} />
    </>
  );
}

function useEventFigures({ lastEventAt, timeZone, today, successToday, successThisWeek }: SourceHealth): Figure[] {
  const t = useTranslations("sourceHealth.figures");
  const format = useFormatter();
  const percent = (rate: number | null) =>
    rate === null ? t("nothing") : format.number(Math.floor(rate * 1000) / 1000, { style: "percent", maximumFractionDigits: 1 });
  return [
    {
      label: t("lastEvent"),
      value: (
        <span className="block py-1 text-base leading-6">
          {lastEventAt ? <TimeWithZone value={lastEventAt} timeZone={timeZone} isShort /> : t("never")}
        </span>
      ),
    },
    {
      label: t("today"),
      value: format.number(today.events),
      help: today.usualUntilNow === null ? t("noRhythm") : t("usual", { count: format.number(Math.round(today.usualUntilNow)) }),
    },
    { label: t("success"), value: percent(successToday), help: t("successHelp", { rate: percent(successThisWeek) }) },
  ];
}

function useRecordingFigures(health: SourceHealth, refusedHref: string | undefined): Figure[] {
  const { refusedToday, refusedReason, waitingRecordings, oldestWaitingAt, unavailableRecordings, timeZone } = health;
  const t = useTranslations("sourceHealth.figures");
  const format = useFormatter();
  return [
    {
      label: t("refused"),
      value: format.number(refusedToday),
      help: refusedReason === null ? undefined : <DeliveryReason reason={refusedReason} />,
      href: refusedHref,
      tone: refusedToday > 0 ? "danger" : undefined,
    },
    {
      label: t("waiting"),
      value: format.number(waitingRecordings),
      help: oldestWaitingAt && t.rich("oldest", { since: () => <TimeWithZone value={oldestWaitingAt} timeZone={timeZone} isShort /> }),
      href: "/dashboard/calls?status=pending",
    },
    {
      label: t("unavailable"),
      value: format.number(unavailableRecordings),
      help: t("unavailableHelp"),
      href: "/dashboard/calls",
      tone: unavailableRecordings > 0 ? "danger" : undefined,
    },
  ];
}
