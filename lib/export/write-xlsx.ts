import { strToU8, Zip, ZipDeflate } from "fflate";
import type { ExportCell, ExportTable } from "./cell";
import { CONTENT_TYPES, RELATIONS, STYLES, WORKBOOK, WORKBOOK_RELATIONS } from "./xlsx-parts";

/** What a sheet holds (ECMA-376; Excel's own limit), its head included. */
const MAX_XLSX_ROWS = 1_048_576;

const SHEET_START =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData>';
const SHEET_END = "</sheetData></worksheet>";
const MS_PER_DAY = 86_400_000;
/** Days from Excel's day 0 to 1970. */
const UNIX_EPOCH_DAYS = 25_569;
const MAX_TEXT_LENGTH = 32_767;

/**
 * A table as a workbook of one sheet (ECMA-376), piece by piece: neither memory nor the time between two pieces grows with the table. Texts are
 * inline strings, which no spreadsheet reads as a number or a formula; times are dates in UTC. Rows beyond MAX_XLSX_ROWS are left out.
 */
export async function* writeXlsx({ head, rows }: ExportTable): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error) failure = error;
    else ready.push(chunk);
  });
  const take = () => {
    if (failure) throw failure;
    return ready.splice(0);
  };
  for (const [name, text] of Object.entries({
    "[Content_Types].xml": CONTENT_TYPES,
    "_rels/.rels": RELATIONS,
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": WORKBOOK_RELATIONS,
    "xl/styles.xml": STYLES,
  })) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(text), true);
  }
  const sheet = new ZipDeflate("xl/worksheets/sheet1.xml", { level: 3 });
  zip.add(sheet);
  let rowNumber = 1;
  sheet.push(strToU8(SHEET_START + rowOf(head, rowNumber, HEAD_STYLE)));
  yield* take();
  for await (const piece of rows) {
    const kept = piece.slice(0, MAX_XLSX_ROWS - rowNumber);
    sheet.push(strToU8(kept.map((cells) => rowOf(cells, ++rowNumber)).join("")));
    yield* take();
  }
  sheet.push(strToU8(SHEET_END), true);
  zip.end();
  yield* take();
}

/** Numbers of the formats in STYLES. */
const HEAD_STYLE = 1;
const TIME_STYLE = 2;

function rowOf(cells: ExportCell[], number: number, style?: number): string {
  return `<row r="${number}">${cells.map((cell) => cellOf(cell, style)).join("")}</row>`;
}

function cellOf(cell: ExportCell, style?: number): string {
  if (cell === null || cell === "") return "<c/>";
  if (typeof cell === "number") return `<c><v>${cell}</v></c>`;
  if (cell instanceof Date) return `<c s="${TIME_STYLE}"><v>${cell.getTime() / MS_PER_DAY + UNIX_EPOCH_DAYS}</v></c>`;
  const text = escapeXml(cell.slice(0, MAX_TEXT_LENGTH));
  return `<c t="inlineStr"${style === undefined ? "" : ` s="${style}"`}><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** What XML 1.0 can't hold at all is left out. */
function escapeXml(text: string): string {
  return text.toWellFormed().replace(NOT_IN_XML, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: those are the characters that must go.
const NOT_IN_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
