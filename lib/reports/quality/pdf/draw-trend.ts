import type { TrendLine } from "../break-trend";
import { ACCENT, INK, LINE, MUTED, type Paper } from "./pdf-paper";
import { printable } from "./printable";

const HEIGHT = 110;
const AXIS = 26;

type DrawTrendInput = {
  paper: Paper;
  lines: TrendLine[];
  /** How many times the range has. */
  count: number;
  /** The first and the last day. */
  days: [string, string];
};

/** Average scores as lines and points, broken where versions change: each break is a dashed line. */
export function drawTrend({ paper, lines, count, days }: DrawTrendInput): void {
  const { document, width, left, style, need } = paper;
  const averages = lines.flatMap(({ points }) => points.map(({ average }) => average));
  if (averages.length === 0) return;
  need(HEIGHT + 20);
  const top = document.y + 4;
  const bottom = Math.max(0, Math.floor((Math.min(...averages) - 5) / 10) * 10);
  const x = (place: number) => left + AXIS + 6 + (width - AXIS - 12) * (count === 1 ? 0.5 : place / (count - 1));
  const y = (average: number) => top + ((100 - average) / (100 - bottom || 1)) * HEIGHT;
  for (const average of [100, (100 + bottom) / 2, bottom]) {
    document
      .moveTo(left + AXIS, y(average))
      .lineTo(left + width, y(average))
      .lineWidth(0.5)
      .strokeColor(LINE)
      .stroke();
    style({ size: 7, color: MUTED }).text(String(average), left, y(average) - 3, { width: AXIS - 4, align: "right", lineBreak: false });
  }
  for (const { points } of lines.slice(1)) {
    const at = x((points[0]?.place ?? 0) - 0.5);
    document
      .moveTo(at, top)
      .lineTo(at, top + HEIGHT)
      .lineWidth(0.7)
      .dash(3, { space: 3 })
      .strokeColor(MUTED)
      .stroke()
      .undash();
  }
  for (const [index, { points }] of lines.entries()) {
    const color = index % 2 === 0 ? ACCENT : INK;
    for (const [nth, { place, average }] of points.entries()) {
      const before = points[nth - 1];
      if (before)
        document.moveTo(x(before.place), y(before.average)).lineTo(x(place), y(average)).lineWidth(1.4).strokeColor(color).stroke();
      document.circle(x(place), y(average), 2).fill(color);
    }
  }
  style({ size: 7, color: MUTED }).text(printable(days[0]), left + AXIS, top + HEIGHT + 4, { lineBreak: false });
  document.text(printable(days[1]), left + AXIS, top + HEIGHT + 4, { width: width - AXIS, align: "right", lineBreak: false });
  document.x = left;
  document.y = top + HEIGHT + 16;
}
