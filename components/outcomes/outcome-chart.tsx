import { useTranslations } from "next-intl";
import type { OutcomeRow } from "@/lib/reports/outcomes/get-outcome-report";
import type { OutcomeBreakdown } from "@/lib/reports/outcomes/outcome-filters";
import type { OutcomeMeasure } from "@/lib/reports/outcomes/outcome-order";
import { heightOf, useMeasures, useOutcomePlace, useOutcomeValue } from "./outcome-words";
import { RankBars } from "./rank-bars";
import { TimeBars } from "./time-bars";

/** One bar: how high it is, how much of it converted where it counts calls, and both in words. */
export type OutcomeBar = { key: string; label: string; height: number; part: number | null; text: string };

const MAX_RANKED = 12;

type OutcomeChartProps = { by: OutcomeBreakdown; measure: OutcomeMeasure; rows: OutcomeRow[]; from: string; to: string };

/** A report as a picture: days and hours in their order, of all else the highest. The table below it says the same in numbers. */
export function OutcomeChart({ by, measure, rows, from, to }: OutcomeChartProps) {
  const t = useTranslations("outcomes");
  const nameOfRow = useOutcomeValue();
  const placeOf = useOutcomePlace();
  const { nameOf, textOf } = useMeasures();
  const bars = rows.map(
    (row): OutcomeBar => ({
      key: row.detail === null ? row.value : `${row.value} ${row.detail}`,
      label: nameOfRow(by, row),
      height: heightOf(measure, row),
      part: measure === "calls" ? row.converted : null,
      text: textOf(measure, row),
    }),
  );
  const ranked = bars.toSorted((one, other) => other.height - one.height);
  const [highest] = ranked;
  if (!highest) return null;
  const isOfTime = by === "day" || by === "hour";
  const texts = { measure: nameOf(measure), title: t(`titles.${by}`), value: highest.label, amount: highest.text };
  return (
    <figure className="px-4 pt-3 pb-3">
      <div role="img" aria-label={t("chart.description", texts)}>
        {isOfTime ? (
          <TimeBars bars={fillIn(by, bars, from, to)} highest={highest.text} labelOf={(key) => placeOf(by, key)} />
        ) : (
          <RankBars bars={ranked.slice(0, MAX_RANKED)} />
        )}
      </div>
      <figcaption className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1 text-xs text-muted">
        {measure === "calls" && <Legend />}
        {!isOfTime && bars.length > MAX_RANKED && <span>{t("chart.rest", { count: MAX_RANKED, total: bars.length })}</span>}
      </figcaption>
    </figure>
  );
}

function Legend() {
  const t = useTranslations("outcomes.columns");
  return (
    <span aria-hidden className="flex gap-4">
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 border-t-2 border-muted bg-surface-tertiary" />
        {t("calls")}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-2.5 bg-accent" />
        {t("converted")}
      </span>
    </span>
  );
}

const DAY_MS = 86_400_000;

/** Every day of the range, or every hour: those without calls leave a gap that one sees. */
function fillIn(by: "day" | "hour", bars: OutcomeBar[], from: string, to: string): OutcomeBar[] {
  const found = new Map(bars.map((bar) => [bar.key, bar]));
  const days = Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 }, (_, index) =>
    new Date(Date.parse(from) + index * DAY_MS).toISOString().slice(0, 10),
  );
  const keys = by === "day" ? days : Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0"));
  return keys.map((key) => found.get(key) ?? { key, label: key, height: 0, part: null, text: "" });
}
