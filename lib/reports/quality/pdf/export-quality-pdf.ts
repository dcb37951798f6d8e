import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { ExportCell } from "@/lib/export/cell";
import { getHeatMap } from "../get-heat-map";
import { getQualityReport } from "../get-quality-report";
import { getQualityTrend } from "../get-quality-trend";
import type { QualityFilters } from "../quality-filters";
import type { QualityMeasures } from "../quality-measures";
import { AUDIT_MEASURES, COVERAGE_MEASURES, type QualityMeasure, shareOf } from "../quality-order";
import { type QualityTable, type QualityTableOptions, type QualityTableWords, readQualityTable } from "../quality-tables";
import { spansOf } from "../spans-of";
import { drawHeatMap } from "./draw-heat-map";
import { drawTrend } from "./draw-trend";
import { MUTED, openPaper, type Paper } from "./pdf-paper";

/** What the document says in its reader's language. */
export type QualityPdfWords = {
  language: string;
  title: string;
  /** When and by whom it was made, of which days, by which filters: a line each. */
  lines: string[];
  table: QualityTableWords;
  titleOf: (table: QualityTable | "trend") => string;
  notes: Partial<Record<QualityTable | "trend", string>>;
  count: (count: number) => string;
  score: (score: number) => string;
  share: (share: number) => string;
  day: (day: string) => string;
  begins: (campaign: string, version: number) => string;
  page: (page: number, pages: number) => string;
  rows: (shown: number, count: number) => string;
};

type ExportQualityPdfInput = { viewer: Viewer; filters: QualityFilters; options: QualityTableOptions; words: QualityPdfWords };

const MAX_ROWS = 60;

/**
 * The whole report as a PDF: its figures, trend, tables and heat map, with the filters, time zone and date on it; long tables by their first
 * rows. Only what the viewer may see. The audit log has who took it.
 */
export async function* exportQualityPdf({ viewer, filters, options, words }: ExportQualityPdfInput): AsyncGenerator<Uint8Array> {
  const [{ total }, trend, map] = await Promise.all([
    getQualityReport({ viewer, by: options.by, filters }),
    getQualityTrend({ viewer, filters }),
    viewer.role === "agent" ? null : getHeatMap({ viewer, filters }),
  ]);
  const details = { table: "report", filters, by: options.by, format: "pdf" };
  await recordAuditEntry({ actor: viewer, action: "quality.exported", object: { kind: "quality", id: "report" }, details });
  const paper = openPaper({ title: words.title, language: words.language });
  paper.text(words.title, { size: 18, isBold: true });
  for (const line of words.lines) paper.text(line, { color: MUTED });
  putFigures(paper, total, words);
  paper.heading(words.titleOf("trend"));
  const days: [string, string] = [words.day(filters.from), words.day(filters.to)];
  drawTrend({ paper, lines: trend.lines, count: spansOf(trend.grain, filters).length, days });
  for (const { begins, points } of trend.lines.slice(1))
    for (const { campaignName, version } of begins)
      paper.text(`${words.day(points[0]?.span.from ?? filters.from)}: ${words.begins(campaignName, version)}`, { size: 8, color: MUTED });
  putNote(paper, words, "trend");
  await putTable(paper, "groups", { viewer, filters, options, words });
  await putTable(paper, "questions", { viewer, filters, options, words });
  if (map && map.operators.length > 0) {
    paper.heading(words.titleOf("heat"));
    drawHeatMap({ paper, map, shareOf: words.share });
    putNote(paper, words, "heat");
  }
  await putTable(paper, "problems", { viewer, filters, options, words });
  await putTable(paper, "conversion", { viewer, filters, options, words });
  yield await paper.close(words.page);
}

function putFigures(paper: Paper, total: QualityMeasures, words: QualityPdfWords): void {
  paper.document.moveDown(0.8);
  const textOf = (measure: QualityMeasure) => {
    if (measure === "audits") return words.count(total.audits);
    if (measure === "average" || measure === "averageWithoutFail") return scoreText(total[measure], words);
    if (measure === "tasks") return total.coverage === null ? "—" : words.count(total.coverage.tasks);
    const part = shareOf(measure, total);
    const count = measure === "passed" || measure === "critical" ? total[measure] : (total.coverage?.[measure] ?? null);
    return count === null ? "—" : part === null ? words.count(count) : `${words.count(count)} (${words.share(part)})`;
  };
  for (const measures of [AUDIT_MEASURES, total.coverage === null ? [] : COVERAGE_MEASURES]) {
    if (measures.length === 0) continue;
    paper.table({
      columns: measures.map((measure) => ({ head: words.table.measure(measure), share: 1 })),
      rows: [measures.map(textOf)],
    });
    paper.document.moveDown(0.5);
  }
}

function scoreText(score: number | null, { score: textOf }: QualityPdfWords): string {
  return score === null ? "—" : textOf(score);
}

async function putTable(paper: Paper, table: QualityTable, { viewer, filters, options, words }: ExportQualityPdfInput): Promise<void> {
  const { head, rows, shares } = await readQualityTable({ viewer, filters, table, options, words: words.table });
  if (rows.length === 0) return;
  paper.heading(words.titleOf(table));
  const isNumeric = head.map((_, index) => rows.every((row) => typeof row[index] === "number" || row[index] === null));
  // The id of an audit is for spreadsheets.
  const kept = head.map((_, index) => index).filter((index) => !(table === "problems" && index === head.length - 1));
  const shown = rows.slice(0, table === "problems" ? 20 : MAX_ROWS);
  paper.table({
    columns: kept.map((index) => ({
      head: head[index] ?? "",
      share: isNumeric[index] ? 1 : widthOf(rows, index),
      isNumeric: isNumeric[index],
    })),
    rows: shown.map((row) => kept.map((index) => cellText(row[index] ?? null, words, shares.includes(index)))),
  });
  if (shown.length < rows.length) paper.text(words.rows(shown.length, rows.length), { size: 8, color: MUTED });
  putNote(paper, words, table);
}

function putNote(paper: Paper, { notes }: QualityPdfWords, part: QualityTable | "trend"): void {
  const note = notes[part];
  if (note) paper.text(note, { size: 7.5, color: MUTED });
}

/** How much wider a column of words is than one of numbers: by its longest text, within reason. */
function widthOf(rows: ExportCell[][], index: number): number {
  const longest = Math.max(...rows.map((row) => String(row[index] ?? "").length));
  return Math.min(4, Math.max(1.2, longest / 10));
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

function cellText(cell: ExportCell, { count, day, share }: QualityPdfWords, isShare: boolean): string {
  if (cell === null) return "—";
  if (typeof cell === "number") return isShare ? share(cell) : count(cell);
  return typeof cell === "string" && DAY.test(cell) ? day(cell) : String(cell);
}
