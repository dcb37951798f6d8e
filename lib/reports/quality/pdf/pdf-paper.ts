import PDFDocument from "pdfkit";
import { printable } from "./printable";

const MARGIN = 40;
const FOOT = 28;
export const INK = "#1d2a30";
export const MUTED = "#5b6a70";
export const LINE = "#d9d4c7";
export const ACCENT = "#14606f";

type Column = { head: string; share: number; isNumeric?: boolean };
export type PaperTable = { columns: Column[]; rows: string[][] };
type TextStyle = { size?: number; isBold?: boolean; color?: string };

/** Pages of A4 that fill from the top, and what is put on them: text that can be selected, lines and areas as vectors. */
export type Paper = ReturnType<typeof openPaper>;

/** Opens a document. `title` is its name for readers that show one. */
export function openPaper({ title, language }: { title: string; language: string }) {
  const document = new PDFDocument({
    size: "A4",
    margin: MARGIN,
    bufferPages: true,
    lang: language,
    info: { Title: printable(title), Producer: "AuditorIA" },
  });
  const width = document.page.width - 2 * MARGIN;
  const bottom = document.page.height - MARGIN - FOOT;
  const style = ({ size = 9, isBold = false, color = INK }: TextStyle = {}) =>
    document
      .font(isBold ? "Helvetica-Bold" : "Helvetica")
      .fontSize(size)
      .fillColor(color);

  /** Goes on with a new page where so much does not fit any more. */
  function need(height: number): void {
    if (document.y + height > bottom) document.addPage();
  }

  function text(words: string, look?: TextStyle): void {
    style(look);
    need(document.heightOfString(printable(words), { width }));
    document.text(printable(words), MARGIN, document.y, { width });
  }

  function heading(words: string): void {
    need(80);
    document.moveDown(1.2);
    text(words, { size: 12, isBold: true });
    document.moveDown(0.3);
  }

  /** A table; its head stands on every page that it goes on to. */
  function table({ columns, rows }: PaperTable): void {
    const total = columns.reduce((sum, { share }) => sum + share, 0);
    const line = (cells: string[], look: TextStyle) => {
      style(look);
      const widths = columns.map(({ share }) => (width * share) / total);
      const heights = cells.map((cell, index) => document.heightOfString(printable(cell), { width: (widths[index] ?? 0) - 6 }));
      const height = Math.max(...heights) + 6;
      const isNew = document.y + height > bottom;
      if (isNew) document.addPage();
      if (isNew && look.isBold !== true)
        line(
          columns.map(({ head }) => head),
          HEAD,
        );
      style(look);
      const top = document.y;
      let left = MARGIN;
      for (const [index, cell] of cells.entries()) {
        const align = columns[index]?.isNumeric ? "right" : "left";
        document.text(printable(cell), left + 3, top + 3, { width: (widths[index] ?? 0) - 6, align });
        left += widths[index] ?? 0;
      }
      document
        .moveTo(MARGIN, top + height)
        .lineTo(MARGIN + width, top + height)
        .lineWidth(0.5)
        .strokeColor(LINE)
        .stroke();
      document.y = top + height;
      document.x = MARGIN;
    };
    line(
      columns.map(({ head }) => head),
      HEAD,
    );
    for (const row of rows) line(row, {});
  }

  /** The document as a file, each page with its number. */
  async function close(footOf: (page: number, pages: number) => string): Promise<Uint8Array> {
    const { count } = document.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      document.switchToPage(page);
      // The foot lies below what text may fill; without this it would open another page.
      document.page.margins.bottom = 0;
      style({ size: 8, color: MUTED }).text(printable(footOf(page + 1, count)), MARGIN, document.page.height - MARGIN, {
        width,
        align: "right",
        lineBreak: false,
      });
    }
    document.end();
    const pieces: Uint8Array[] = [];
    for await (const piece of document) if (piece instanceof Uint8Array) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  return { document, width, left: MARGIN, style, need, text, heading, table, close };
}

const HEAD: TextStyle = { isBold: true, color: MUTED };
