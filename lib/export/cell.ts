/** What a cell of an exported table may hold. Text stays text: a phone number keeps its plus and its zeros, a formula is never one. */
export type ExportCell = string | number | Date | null;

/** An exported table: its column heads, and its rows in pieces, so that a table of any length takes no more memory than a piece. */
export type ExportTable = { head: string[]; rows: AsyncIterable<ExportCell[][]> };
