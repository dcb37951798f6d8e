import type { CallEnder } from "@/db/enums";

/** A value, or in `refused` what would be accepted; `remark` is a warning although there is a value. */
export type ValueReading<T> = { value: T; remark?: string } | { refused: string };

const TRUE_WORDS = new Set(["true", "1", "yes", "on"]);
const FALSE_WORDS = new Set(["false", "0", "no", "off"]);
/** What numeric(12, 3) and numeric(18, 4) hold. */
const MAX_SECONDS = 999_999_999;
const MAX_WHOLE_DIGITS = 14;

export function readFlag(text: string): ValueReading<boolean> {
  const word = text.toLowerCase();
  if (TRUE_WORDS.has(word)) return { value: true };
  return FALSE_WORDS.has(word) ? { value: false } : { refused: "true, 1, yes or on; or false, 0, no or off" };
}

export function readEnder(text: string): ValueReading<CallEnder> {
  const ender = (["caller", "callee", "system"] as const).find((one) => one === text.toLowerCase());
  return ender ? { value: ender } : { refused: "Caller, Callee or System" };
}

/** Seconds to the millisecond: whole, decimal, or as hours, minutes and seconds. */
export function readSeconds(text: string): ValueReading<number> {
  const clock = /^(?:(\d{1,5}):)?(\d{1,2}):([0-5]\d(?:\.\d{1,9})?)$/.exec(text);
  const isPlain = /^\d{1,20}(?:\.\d{1,20})?$/.test(text);
  const seconds = clock ? Number(clock[1] ?? 0) * 3600 + Number(clock[2]) * 60 + Number(clock[3]) : isPlain ? Number(text) : Number.NaN;
  if (seconds >= 0 && seconds <= MAX_SECONDS) return { value: Math.round(seconds * 1000) / 1000 };
  return { refused: `seconds from 0 to ${MAX_SECONDS}, such as 95 or 95.5, or HH:MM:SS` };
}

/**
 * An amount as a decimal text with exactly four places. Signs of currencies and commas between thousands are passed over: `$1,250.00` is
 * 1250.0000. What has more places is rounded, half away from zero.
 */
export function readAmount(text: string): ValueReading<string> {
  const match = AMOUNT.exec(text.replace(/[\s\u00a0]/g, ""));
  const isNegative = match?.groups?.sign === "-" || match?.groups?.inner === "-" || match?.groups?.open !== undefined;
  const plain = match?.groups && withoutSeparators(match.groups.digits ?? "");
  if (!plain) return { refused: REFUSED_AMOUNT };
  const [whole = "", fraction = ""] = plain.split(".");
  const digits = whole.replace(/^0+(?=\d)/, "");
  if (digits.length > MAX_WHOLE_DIGITS) return { refused: REFUSED_AMOUNT };
  const units = roundUnits(BigInt(`${digits || "0"}${fraction.slice(0, 4).padEnd(4, "0")}`), fraction.slice(4));
  if (units >= 10n ** 18n) return { refused: REFUSED_AMOUNT };
  const value = writeUnits(isNegative ? -units : units);
  return /[1-9]/.test(fraction.slice(4)) ? { value, remark: `has more than four decimal places; it was rounded to ${value}` } : { value };
}

const AMOUNT =
  /^(?<open>\()?(?:(?<sign>[+-])(?!.*[+-]))?(?:[$€£]|US\$|R\$|USD|EUR|ARS|BRL)?(?<inner>[+-])?(?<digits>\d[\d.,]{0,60}|\.\d{1,40})(?:[$€£]|USD|EUR|ARS|BRL)?\)?$/i;
const REFUSED_AMOUNT = "a decimal number of at most 14 digits before the point, such as 12.5 or $1,250.00";

/** Takes out what separates thousands; a comma alone before one, two or four last digits is a decimal one. Null for what is no number. */
function withoutSeparators(digits: string): string | null {
  if (/^\d*\.?\d*$/.test(digits)) return digits;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return digits.replaceAll(",", "");
  if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
  return /^\d+,\d{1,2}$|^\d+,\d{4}$/.test(digits) ? digits.replace(",", ".") : null;
}

function roundUnits(units: bigint, rest: string): bigint {
  return /^[5-9]/.test(rest) ? units + 1n : units;
}

function writeUnits(units: bigint): string {
  const size = (units < 0n ? -units : units).toString().padStart(5, "0");
  return `${units < 0n ? "-" : ""}${size.slice(0, -4)}.${size.slice(-4)}`;
}

export function readInteger(text: string): ValueReading<string> {
  return /^-?\d{1,30}(?:\.0{1,10})?$/.test(text) ? { value: text.replace(/\.0+$/, "") } : { refused: "a whole number" };
}
