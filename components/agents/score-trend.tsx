import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Panel } from "@/components/ui/panel";
import type { TrendGrain, TrendPoint } from "@/lib/agents/get-agent-home";
import type { AuditsHref } from "./agent-home";

const DAY_MS = 24 * 60 * 60 * 1000;

type ScoreTrendProps = {
  points: TrendPoint[];
  grain: TrendGrain;
  links: { grain: TrendGrain; href: string }[];
  auditsHref: AuditsHref;
};

/** The average score week by week or month by month: a point for each with audits, which it opens, and a line only from two points on. */
export function ScoreTrend({ points, grain, links, auditsHref }: ScoreTrendProps) {
  const t = useTranslations("agentHome.trend");
  return (
    <Panel
      title={t("title")}
      actions={
        <ChoiceLinks
          label={t("grain")}
          isInPanel
          choices={links.map((link) => ({ label: t(`grains.${link.grain}`), href: link.href, isCurrent: link.grain === grain }))}
        />
      }
    >
      {points.length === 0 ? (
        <p className="p-4 text-muted">{t("none")}</p>
      ) : (
        <Picture points={points} grain={grain} auditsHref={auditsHref} />
      )}
    </Panel>
  );
}

function Picture({ points, grain, auditsHref }: Omit<ScoreTrendProps, "links">) {
  const t = useTranslations("agentHome.trend");
  const format = useFormatter();
  const dayOf = useStartWord(grain);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const span = placeOf(last, grain) - placeOf(first, grain);
  const spots = points.map((point) => ({
    ...point,
    left: span === 0 ? 50 : 4 + (92 * (placeOf(point, grain) - placeOf(first, grain))) / span,
  }));
  const hrefOf = ({ startsOn, endsOn }: TrendPoint) => auditsHref({ from: startsOn, to: endsOn });
  const score = (average: number) => format.number(average, { maximumFractionDigits: 2 });
  return (
    <>
      <figure className="grid grid-cols-[auto_1fr] gap-x-2 px-4 pt-3 pb-2">
        <div aria-hidden className="flex flex-col justify-between text-end text-xs leading-none text-muted tabular-nums">
          <span>100</span>
          <span>0</span>
        </div>
        <div className="relative h-36 border-y border-border">
          <svg
            role="img"
            aria-label={t("description", { count: points.length, score: score(last.average) })}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {spots.slice(1).map((spot, index) => {
              const before = spots[index];
              if (!before) return null;
              // Over times without audits nobody knows how it was.
              const isAdjacent = placeOf(spot, grain) - placeOf(before, grain) === 1;
              return (
                <line
                  key={spot.startsOn}
                  x1={before.left}
                  y1={100 - before.average}
                  x2={spot.left}
                  y2={100 - spot.average}
                  vectorEffect="non-scaling-stroke"
                  strokeDasharray={isAdjacent ? undefined : "4 4"}
                  className="stroke-accent stroke-2"
                />
              );
            })}
          </svg>
          {spots.map((spot) => (
            <Link
              key={spot.startsOn}
              href={hrefOf(spot)}
              prefetch={false}
              aria-hidden
              // Those who do not point have the list below.
              tabIndex={-1}
              title={t("row", { day: dayOf(spot), score: score(spot.average), count: spot.count })}
              className="absolute size-2.5 -translate-x-1/2 translate-y-1/2 rounded-full border-2 border-surface bg-accent before:absolute before:-inset-2"
              style={{ left: `${spot.left}%`, bottom: `${spot.average}%` }}
            />
          ))}
        </div>
        <div aria-hidden className="col-start-2 flex justify-between gap-2 pt-1 text-xs text-muted tabular-nums">
          <span>{dayOf(first)}</span>
          {points.length > 1 && <span>{dayOf(last)}</span>}
        </div>
        {points.length === 1 && <figcaption className="col-span-2 mt-1 text-xs text-muted">{t("onePoint")}</figcaption>}
      </figure>
      <details className="border-t border-separator px-4 py-2 text-xs">
        <summary className="w-fit cursor-pointer rounded-sm text-accent">{t("table")}</summary>
        <ul className="mt-2 flex flex-col gap-1 tabular-nums">
          {points.map((point) => (
            <li key={point.startsOn}>
              <Link href={hrefOf(point)} prefetch={false} className="inline-flex min-h-6 items-center rounded-sm text-link hover:underline">
                {t("row", { day: dayOf(point), score: score(point.average), count: point.count })}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function useStartWord(grain: TrendGrain): (point: TrendPoint) => string {
  const format = useFormatter();
  return ({ startsOn }) =>
    format.dateTime(
      new Date(startsOn),
      grain === "week" ? { day: "numeric", month: "short", timeZone: "UTC" } : { month: "short", year: "numeric", timeZone: "UTC" },
    );
}

/** Which week or month it is, counted from some beginning. */
function placeOf({ startsOn }: TrendPoint, grain: TrendGrain): number {
  const day = new Date(startsOn);
  return grain === "week" ? Math.round(day.getTime() / (7 * DAY_MS)) : day.getUTCFullYear() * 12 + day.getUTCMonth();
}
