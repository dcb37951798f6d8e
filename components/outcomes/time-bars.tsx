import type { OutcomeBar } from "./outcome-chart";

const HEIGHT = 140;
const BAR_WIDTH = 30;
/** Labels that fit under the bars on a phone. */
const LABELS = 4;

type TimeBarsProps = { bars: OutcomeBar[]; highest: string; labelOf: (key: string) => string };

/** Bars side by side in the order of time; what is less than nothing hangs below the line. */
export function TimeBars({ bars, highest, labelOf }: TimeBarsProps) {
  const top = Math.max(0, ...bars.map(({ height }) => height));
  const bottom = Math.min(0, ...bars.map(({ height }) => height));
  const scale = (HEIGHT - 4) / Math.max(top - bottom, Number.MIN_VALUE);
  const baseline = 2 + top * scale;
  const gap = bars.length > 90 ? 3 : 4;
  // Evenly spread from the first to the last, so that each stands below its bar.
  const places = new Set(Array.from({ length: LABELS }, (_, index) => Math.round((index * (bars.length - 1)) / (LABELS - 1))));
  const labelled = bars.filter((_, index) => places.has(index));
  return (
    <div aria-hidden>
      <p className="text-xs text-muted tabular-nums">{highest}</p>
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${bars.length * BAR_WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="block h-40 w-full border-b border-border"
      >
        {bars.map(({ key, height, part }, index) => {
          if (height === 0) return null;
          const size = Math.max(Math.abs(height) * scale, 2);
          const place = { x: index * BAR_WIDTH + gap, width: BAR_WIDTH - 2 * gap };
          const y = height > 0 ? baseline - size : baseline;
          if (part === null)
            return <rect key={key} {...place} y={y} height={size} className={height > 0 ? "fill-accent" : "fill-danger"} />;
          return (
            <g key={key}>
              <rect {...place} y={y} height={size} className="fill-surface-tertiary" />
              <rect {...place} y={y} height={2} className="fill-muted" />
              <rect {...place} y={baseline - part * scale} height={part * scale} className="fill-accent" />
            </g>
          );
        })}
      </svg>
      <div className="flex justify-between gap-2 text-xs text-muted tabular-nums">
        {labelled.map(({ key }) => (
          <span key={key}>{labelOf(key)}</span>
        ))}
      </div>
    </div>
  );
}
