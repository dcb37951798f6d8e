/** An exact decimal text in a language, with two to four places. Never by way of a number, which has no room for all digits. */
export function formatAmount(locale: string, amount: string): string {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  // Intl takes a text digit by digit, as its type says of texts that are known to be numbers.
  return isDecimal(amount) ? format.format(amount) : amount;
}

function isDecimal(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
