import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { ExportCell } from "@/lib/export/cell";
import type { ExportFormat } from "@/lib/export/export-format";
import { writeCsv } from "@/lib/export/write-csv";
import { writeXlsx } from "@/lib/export/write-xlsx";
import { getOutcomeQuality, type OutcomeQuality } from "./get-outcome-quality";
import { getOutcomeReport, type OutcomeRow } from "./get-outcome-report";
import type { OutcomeBreakdown, OutcomeFilters } from "./outcome-filters";
import {
  conversionRate,
  isAmount,
  OUTCOME_COUNTS,
  OUTCOME_MEASURES,
  type OutcomeMeasure,
  type OutcomeSort,
  orderOutcomes,
} from "./outcome-order";

/** The words of an export in its reader's language. */
export type OutcomeExportWords = {
  /** What the values are: a publisher, a campaign. */
  value: string;
  /** The head of the second column, in a report by sub-ids. */
  detail: string;
  /** The head of the column of campaigns' numbers, in a report by campaigns. */
  campaignId: string;
  measures: Record<OutcomeMeasure, string>;
  /** The heads of what audits tell: the average score, and of how many. */
  quality: { average: string; audits: string };
  /** What closed sets are called, by value. */
  values: Record<string, string>;
};

type ExportOutcomesInput = {
  viewer: Viewer;
  by: OutcomeBreakdown;
  filters: OutcomeFilters;
  sort: OutcomeSort;
  format: ExportFormat;
  words: OutcomeExportWords;
};

const PIECE = 500;

/**
 * Every row of a report as a file, only of what the viewer may see, for agents without money. No digit of an amount is lost, rates are parts
 * of one. The average score is told where some of the calls were audited. The audit log has who took how many rows of what, before the first of them is sent.
 */
export async function* exportOutcomes({ viewer, by, filters, sort, format, words }: ExportOutcomesInput): AsyncGenerator<Uint8Array> {
  const [{ rows, total }, quality] = await Promise.all([
    getOutcomeReport({ viewer, by, filters }),
    getOutcomeQuality({ viewer, by, filters }),
  ]);
  const measures = total.money ? OUTCOME_MEASURES : OUTCOME_COUNTS;
  const ordered = orderOutcomes(rows, sort);
  const details = { by, filters, sort, format, rowCount: ordered.length };
  await recordAuditEntry({ actor: viewer, action: "outcomes.exported", object: { kind: "outcomes", id: format }, details });
  const table = {
    head: [
      ...[...headOf(by, words), ...measures.map((measure) => words.measures[measure])],
      ...(quality.total ? [words.quality.average, words.quality.audits] : []),
    ],
    rows: piecesOf(ordered, (row) => [
      ...[...valueCells(by, row, words), ...measures.map((measure) => measureCell(measure, row, format))],
      ...(quality.total ? qualityCells(quality.of(row)) : []),
    ]),
  };
  yield* format === "csv" ? writeCsv(table) : writeXlsx(table);
}

async function* piecesOf(rows: OutcomeRow[], cellsOf: (row: OutcomeRow) => ExportCell[]): AsyncGenerator<ExportCell[][]> {
  for (let start = 0; start < rows.length; start += PIECE) yield rows.slice(start, start + PIECE).map(cellsOf);
}

function headOf(by: OutcomeBreakdown, { value, detail, campaignId }: OutcomeExportWords): string[] {
  return by === "publisherSub" ? [value, detail] : by === "campaign" ? [campaignId, value] : [value];
}

function valueCells(by: OutcomeBreakdown, { value, detail, name }: OutcomeRow, words: OutcomeExportWords): ExportCell[] {
  if (by === "campaign") return [Number(value), name];
  return by === "publisherSub" ? [value, detail] : [words.values[value] ?? value];
}

function qualityCells(quality: OutcomeQuality | null): ExportCell[] {
  return [quality?.average ?? null, quality?.audits ?? 0];
}

/** What a spreadsheet keeps of a number (IEEE 754): more digits stay a text. */
const WHOLE_DIGITS = 15;

function measureCell(measure: OutcomeMeasure, row: OutcomeRow, format: ExportFormat): ExportCell {
  if (!isAmount(measure)) {
    const count = measure === "rate" ? conversionRate(row) : row[measure];
    return count === null ? null : Math.round(count * 1e6) / 1e6;
  }
  const amount = row.money?.[measure] ?? null;
  if (amount === null || format === "csv") return amount;
  return amount.replace(/^-?0*|\./g, "").length <= WHOLE_DIGITS ? Number(amount) : amount;
}
