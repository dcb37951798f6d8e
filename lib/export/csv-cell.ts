/** What a spreadsheet, or a program that guards itself badly, would take for the beginning of a formula; full-width forms are read alike. */
const FORMULA_START = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
/** Where a spreadsheet that separates by semicolons, as Spanish and Portuguese ones do, would begin a cell of its own. */
const HIDDEN_CELL_START = /;(?=\s*[=+\-@＝＋－＠])/gu;
/** Read as a number without loss: no leading zero, and few enough digits to be shown whole. */
const PLAIN_NUMBER = /^-?(0|[1-9]\d{0,10})(\.\d{1,6})?$/;
/** Digits that a spreadsheet would round, or take a plus or zeros from: telephone numbers and identifiers. */
const DIGITS_TO_KEEP = /^(\+\d[\d ().-]*|0\d+|\d{12,})$/;

/**
 * One cell of a CSV file (RFC 4180; rows end in CRLF) that is safe to open in a spreadsheet.
 *
 * - Numbers, also those that came as text, stand as they are, so that a spreadsheet can count with them.
 * - Telephone numbers and other digits that a spreadsheet would shorten (+5491144445555, 08001234, twelve digits and more) get a tab in front. A
 *   spreadsheet then keeps them whole as text, and shows nothing of it; an apostrophe would be seen. A program strips white space.
 * - Any other text that could begin a formula gets an apostrophe in front, which makes it inert and is seen.
 * - Times are ISO 8601 in UTC; null and undefined are empty.
 */
export function csvCell(value: string | number | boolean | Date | null | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  if (typeof value !== "string") return String(value);
  return quoted(inert(value));
}

function inert(text: string): string {
  if (PLAIN_NUMBER.test(text)) return text;
  if (DIGITS_TO_KEEP.test(text)) return `\t${text}`;
  const whole = text.replace(HIDDEN_CELL_START, ";'");
  return FORMULA_START.test(whole) ? `'${whole}` : whole;
}

function quoted(text: string): string {
  return /["\s,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
