import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { DayOfEvents, HourOfDay } from "@/lib/source-health/day-of-events";

const HEIGHT = 120;
const HOUR_WIDTH = 30;
const LABELLED_HOURS = [0, 3, 6, 9, 12, 15, 18, 21];

/** Today's events by hour beside the usual ones: a picture for the eye, a sentence and a table for everybody. */
export function DayChart({ day: { hours, events, usualUntilNow }, timeZone }: { day: DayOfEvents; timeZone: string }) {
  const t = useTranslations("sourceHealth.chart");
  const format = useFormatter();
  const top = Math.max(1, ...hours.map(({ events: came, usual }) => Math.max(came, usual ?? 0)));
  const description =
    usualUntilNow === null
      ? t("description", { events: format.number(events) })
      : t("descriptionUsual", { events: format.number(events), usual: format.number(Math.round(usualUntilNow)) });
  return (
    <Panel title={t("title")} actions={<Legend hasUsual={usualUntilNow !== null} />}>
      <figure className="px-4 pt-3 pb-2">
        <p aria-hidden className="text-xs text-muted tabular-nums">
          {format.number(Math.ceil(top))}
        </p>
        <svg
          role="img"
          aria-label={description}
          viewBox={`0 0 ${24 * HOUR_WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="block h-36 w-full border-b border-border"
        >
          {hours.map((hour) => (
            <HourBars key={hour.hour} hour={hour} top={top} />
          ))}
        </svg>
        <div aria-hidden className="grid grid-cols-8 text-xs text-muted tabular-nums">
          {LABELLED_HOURS.map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
        <figcaption className="mt-1 text-xs text-muted">{t("zone", { zone: timeZone })}</figcaption>
      </figure>
      <details className="border-t border-separator px-4 py-2 text-xs">
        <summary className="w-fit cursor-pointer rounded-sm text-accent">{t("table")}</summary>
        <HourTable hours={hours} label={t("title")} />
      </details>
    </Panel>
  );
}

function HourBars({ hour: { hour, events, usual, isAhead }, top }: { hour: HourOfDay; top: number }) {
  const heightOf = (count: number) => (count / top) * (HEIGHT - 4);
  const left = hour * HOUR_WIDTH;
  const usualHeight = heightOf(usual ?? 0);
  return (
    <>
      {usualHeight > 0 && (
        <>
          <rect x={left + 3} y={HEIGHT - usualHeight} width={HOUR_WIDTH - 6} height={usualHeight} className="fill-surface-tertiary" />
          <rect x={left + 3} y={HEIGHT - usualHeight} width={HOUR_WIDTH - 6} height={2} className="fill-muted" />
        </>
      )}
      {!isAhead && events > 0 && (
        <rect
          x={left + 9}
          y={HEIGHT - Math.max(heightOf(events), 2)}
          width={HOUR_WIDTH - 18}
          height={Math.max(heightOf(events), 2)}
          className="fill-accent"
        />
      )}
    </>
  );
}

function Legend({ hasUsual }: { hasUsual: boolean }) {
  const t = useTranslations("sourceHealth.chart");
  return (
    <p aria-hidden className="flex gap-4 text-xs text-muted">
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 bg-accent" />
        {t("actual")}
      </span>
      {hasUsual && (
        <span className="flex items-center gap-1.5">
          <span className="size-2.5 border-t-2 border-muted bg-surface-tertiary" />
          {t("usual")}
        </span>
      )}
    </p>
  );
}

function HourTable({ hours, label }: { hours: HourOfDay[]; label: string }) {
  const t = useTranslations("sourceHealth.chart");
  const format = useFormatter();
  return (
    <table aria-label={label} className="mt-2 tabular-nums [&_td]:py-0.5 [&_td]:ps-6 [&_td]:text-end [&_th]:font-medium">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="text-start">
            {t("hour")}
          </th>
          <th scope="col" className="ps-6 text-end">
            {t("actual")}
          </th>
          <th scope="col" className="ps-6 text-end">
            {t("usual")}
          </th>
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, events, usual, isAhead }) => (
          <tr key={hour}>
            <th scope="row" className="text-start">
              {String(hour).padStart(2, "0")}:00
            </th>
            <td>{isAhead ? "—" : format.number(events)}</td>
            <td>{usual === null ? "—" : format.number(usual, { maximumFractionDigits: 1 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
