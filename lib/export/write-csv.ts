import type { ExportTable } from "./cell";
import { csvCell } from "./csv-cell";

/** Excel takes a file for UTF-8 only when it begins so. */
const BYTE_ORDER_MARK = "\uFEFF";

/** A table as CSV (RFC 4180, UTF-8 with a byte order mark), piece by piece. */
export async function* writeCsv({ head, rows }: ExportTable): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const lineOf = (cells: Parameters<typeof csvCell>[0][]) => `${cells.map(csvCell).join(",")}\r\n`;
  yield encoder.encode(`${BYTE_ORDER_MARK}${lineOf(head)}`);
  for await (const piece of rows) yield encoder.encode(piece.map(lineOf).join(""));
}
