import type { ExportCell } from "./cell";

/** Digits that a spreadsheet's number holds. */
const MAX_DIGITS = 15;

/** A decimal text as a number that one can sum up in a spreadsheet; as text where a number would lose digits. */
export function amountCell(amount: string | null): ExportCell {
  if (amount === null) return null;
  return amount.replace(/\D/g, "").length <= MAX_DIGITS ? Number(amount) : amount;
}
