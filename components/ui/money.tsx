"use client";

import { useLocale } from "next-intl";

/** An amount of money, exact: a decimal text that never becomes a floating number. Two places at least, as many as it has. */
export function Money({ amount }: { amount: string }) {
  const locale = useLocale();
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
  return <span className="tabular-nums">{format.format(amount as Intl.StringNumericLiteral)}</span>;
}
