import type { OutcomeBar } from "./outcome-chart";

/** Bars one below the other, the highest first, each with its name and number. What is less than nothing is told apart by its sign too. */
export function RankBars({ bars }: { bars: OutcomeBar[] }) {
  const top = Math.max(...bars.map(({ height }) => Math.abs(height)), Number.MIN_VALUE);
  const widthOf = (height: number) => `${(100 * Math.abs(height)) / top}%`;
  return (
    <div aria-hidden className="flex flex-col gap-1 text-[0.8125rem]">
      {bars.map(({ key, label, height, part, text }) => (
        <div key={key} className="grid grid-cols-[minmax(5rem,11rem)_1fr_minmax(4.5rem,max-content)] items-center gap-3">
          <span className="truncate">{label}</span>
          <span className="relative h-4">
            <span
              className={`absolute inset-y-0 start-0 ${part !== null ? "border-e-2 border-muted bg-surface-tertiary" : height < 0 ? "bg-danger" : "bg-accent"}`}
              style={{ width: widthOf(height) }}
            />
            {part !== null && <span className="absolute inset-y-0 start-0 bg-accent" style={{ width: widthOf(part) }} />}
          </span>
          <span className="text-end tabular-nums">{text}</span>
        </div>
      ))}
    </div>
  );
}
