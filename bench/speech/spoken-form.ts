import type { PromptLanguage } from "./find-prompts";

const ONES = {
  en: "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
  es: "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve",
};
const TENS = {
  en: "twenty thirty forty fifty sixty seventy eighty ninety",
  es: "veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa",
};
const HUNDREDS_ES = "ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos";

/** Keys as the prompts call them. */
const KEYS = { en: { "#": "pound", "*": "star" }, es: { "#": "numero", "*": "asterisco" } };

/**
 * A text as the words that are said: lower case, no accents, no punctuation, notes in brackets left out, numbers in words (in English those of
 * three digits and more one digit at a time, as the prompts say them). Both sides of a comparison go through it.
 */
export function spokenForm(text: string, language: PromptLanguage): string[] {
  return text
    .toLowerCase()
    .replace(/\([^)]*\)|\[[^\]]*\]/g, " ")
    .replace(/[#*]/g, (key) => ` ${key === "#" ? KEYS[language]["#"] : KEYS[language]["*"]} `)
    .replace(/(\d)[.,](\d{3})\b/g, "$1$2")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’]/g, "")
    .replace(/\d+/g, (digits) => ` ${inWords(digits, language)} `)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
}

/** Beyond a hundred only Spanish numbers come this far. */
function inWords(digits: string, language: PromptLanguage): string {
  const number = Number(digits);
  if (digits.length > (language === "en" ? 2 : 4) || (digits.length > 1 && digits.startsWith("0")))
    return [...digits].map((digit) => below100(Number(digit), language)).join(" ");
  const thousands = Math.floor(number / 1_000);
  const hundreds = Math.floor((number % 1_000) / 100);
  const parts: string[] = [];
  if (thousands > 0) parts.push(thousands > 1 ? `${below100(thousands, language)} mil` : "mil");
  if (hundreds > 0) parts.push(hundreds === 1 && number % 100 === 0 ? "cien" : (HUNDREDS_ES.split(" ")[hundreds - 1] ?? ""));
  if (number % 100 > 0 || number === 0) parts.push(below100(number % 100, language));
  return parts.join(" ");
}

function below100(number: number, language: PromptLanguage): string {
  if (number < 20) return ONES[language].split(" ")[number] ?? "";
  const ten = TENS[language].split(" ")[Math.floor(number / 10) - 2] ?? "";
  if (number % 10 === 0) return ten;
  const one = ONES[language].split(" ")[number % 10] ?? "";
  if (language === "en") return `${ten} ${one}`;
  return number < 30 ? `veinti${one}` : `${ten} y ${one}`;
}
