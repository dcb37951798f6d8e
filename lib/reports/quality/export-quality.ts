import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import type { ExportCell } from "@/lib/export/cell";
import type { ExportFormat } from "@/lib/export/export-format";
import { writeCsv } from "@/lib/export/write-csv";
import { writeXlsx } from "@/lib/export/write-xlsx";
import type { QualityFilters } from "./quality-filters";
import { type QualityTable, type QualityTableOptions, type QualityTableWords, readQualityTable } from "./quality-tables";

type ExportQualityInput = {
  viewer: Viewer;
  filters: QualityFilters;
  table: QualityTable;
  options: QualityTableOptions;
  words: QualityTableWords;
  format: ExportFormat;
};

const PIECE = 500;

/** Every row of one table of a report as a file, only of what the viewer may see. The audit log has who took how many rows of what, before the first is sent. */
export async function* exportQuality({ viewer, filters, table, options, words, format }: ExportQualityInput): AsyncGenerator<Uint8Array> {
  const { head, rows } = await readQualityTable({ viewer, filters, table, options, words });
  const details = { table, filters, by: options.by, format, rowCount: rows.length };
  await recordAuditEntry({ actor: viewer, action: "quality.exported", object: { kind: "quality", id: table }, details });
  const whole = { head, rows: piecesOf(rows) };
  yield* format === "csv" ? writeCsv(whole) : writeXlsx(whole);
}

async function* piecesOf(rows: ExportCell[][]): AsyncGenerator<ExportCell[][]> {
  for (let start = 0; start < rows.length; start += PIECE) yield rows.slice(start, start + PIECE);
}
