import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TrendLine, TrendPoint } from "@/lib/reports/quality/break-trend";
import type { QualitySpan } from "@/lib/reports/quality/spans-of";
import { useQualityNumbers } from "./quality-words";

const WIDTH = 1_000;
const HEIGHT = 160;
const MARGIN = 12;
/** Where the picture ends on either side, so that the first and last point are whole. */
const INSET = 8;

type TrendChartProps = {
  lines: TrendLine[];
  spans: QualitySpan[];
  /** The audits of a point. */
  hrefOf: (point: TrendPoint) => string;
};

/**
 * Average scores as lines that end where a version does; each begin of a version has a dashed line and its name. Points are drawn as round ends
 * of lines without length: stretched as the picture is, circles would be none. Each opens its audits to who points at it; others have the same numbers in the table by time.
 */
export function TrendChart({ lines, spans, hrefOf }: TrendChartProps) {
  const t = useTranslations("quality.trend");
  const { score, span } = useQualityNumbers();
  const points = lines.flatMap((line) => line.points);
  const averages = points.map(({ average }) => average);
  const [lowest, highest] = [Math.min(...averages), Math.max(...averages)];
  const [first, last] = [spans.at(0), spans.at(-1)];
  if (points.length === 0 || !first || !last) return <p className="px-4 py-6 text-[0.8125rem] text-muted">{t("empty")}</p>;
  // From a round number below the lowest, so that one sees what changes.
  const bottom = Math.max(0, Math.floor((lowest - 5) / 10) * 10);
  const x = (place: number) => INSET + (WIDTH - 2 * INSET) * (spans.length === 1 ? 0.5 : place / (spans.length - 1));
  const y = (average: number) => MARGIN + ((100 - average) / (100 - bottom || 1)) * (HEIGHT - 2 * MARGIN);
  const [only] = lines[0]?.begins ?? [];
  const texts = { first: span(first), last: span(last), lowest: score(lowest), highest: score(highest) };
  return (
    <figure className="px-4 pt-3 pb-3">
      <div className="flex gap-2">
        <div aria-hidden className="flex h-40 w-8 shrink-0 flex-col justify-between pt-1 text-end text-xs text-muted tabular-nums">
          <span>100</span>
          <span>{bottom}</span>
        </div>
        <div className="relative min-w-0 flex-1">
          <svg
            role="img"
            aria-label={t("description", texts)}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="block h-40 w-full border-b border-border"
          >
            <line x1={0} x2={WIDTH} y1={y(100)} y2={y(100)} className="stroke-separator" vectorEffect="non-scaling-stroke" />
            <line
              x1={0}
              x2={WIDTH}
              y1={y((100 + bottom) / 2)}
              y2={y((100 + bottom) / 2)}
              className="stroke-separator"
              vectorEffect="non-scaling-stroke"
            />
            {lines
              .slice(1)
              .map(({ points: [start] }) =>
                start ? (
                  <line
                    key={start.place}
                    x1={x(start.place - 0.5)}
                    x2={x(start.place - 0.5)}
                    y1={0}
                    y2={HEIGHT}
                    strokeDasharray="4 4"
                    className="stroke-muted"
                    vectorEffect="non-scaling-stroke"
                  />
                ) : null,
              )}
            {lines.map(({ begins, points: own }, index) => (
              <g
                key={`${own.map(({ place }) => place).join()} ${begins.map(({ version }) => version).join()}`}
                className={LINE_LOOKS[index % LINE_LOOKS.length]}
                fill="none"
              >
                <path d={pathOf(own, x, y)} strokeWidth={2} vectorEffect="non-scaling-stroke" strokeLinejoin="round" />
                {own.map((point) => (
                  <path
                    key={point.place}
                    d={`M${x(point.place)} ${y(point.average)}h0.01`}
                    strokeWidth={7}
                    strokeLinecap="round"
                    vectorEffect="non-scaling-stroke"
                  />
                ))}
              </g>
            ))}
          </svg>
          <div aria-hidden className="absolute inset-x-0 top-0 h-40">
            {points.map((point) => (
              <Link
                key={`${point.place} ${point.versionId}`}
                href={hrefOf(point)}
                prefetch={false}
                tabIndex={-1}
                title={t("point", { span: span(point.span), average: score(point.average), count: point.audits })}
                className="absolute h-8 min-w-2 -translate-x-1/2 -translate-y-1/2"
                style={{
                  left: `${x(point.place) / (WIDTH / 100)}%`,
                  top: `${y(point.average) / (HEIGHT / 100)}%`,
                  width: `${100 / spans.length}%`,
                }}
              />
            ))}
          </div>
          <div aria-hidden className="flex justify-between gap-2 pt-1 text-xs text-muted tabular-nums">
            <span>{span(first)}</span>
            {spans.length > 1 && <span className="text-end">{span(last)}</span>}
          </div>
        </div>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {only && <span>{t("version", { version: only.version })}</span>}
        {lines.slice(1).flatMap(({ begins, points: [start] }) =>
          begins.map(({ campaignName, version }) => (
            <span key={`${campaignName} ${version}`}>
              {start && span(start.span)}: {t("begins", { campaign: campaignName, version })}
            </span>
          )),
        )}
        <span>{t("note")}</span>
      </figcaption>
    </figure>
  );
}

/** One version after the other, told apart by where they are too. */
const LINE_LOOKS = ["stroke-accent", "stroke-foreground"];

function pathOf(points: TrendPoint[], x: (place: number) => number, y: (average: number) => number): string {
  return points.map(({ place, average }, index) => `${index === 0 ? "M" : "L"}${x(place).toFixed(1)} ${y(average).toFixed(1)}`).join("");
}
