import { createFormatter, createTranslator } from "next-intl";
import type { Locale } from "@/lib/i18n/locales";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";

const MESSAGES = { es, en, pt };

export type DigestWords = ReturnType<typeof digestWords>;

/** The words of digests in a language, and how it writes numbers and days. Days of a calendar are in no time zone. */
export function digestWords(locale: Locale) {
  const format = createFormatter({ locale, timeZone: "UTC" });
  return {
    t: createTranslator({ locale, messages: MESSAGES[locale], namespace: "digest" }),
    score: (score: number) => format.number(score, { maximumFractionDigits: 1 }),
    change: (change: number) => format.number(change, { maximumFractionDigits: 1, signDisplay: "always" }),
    day: (day: string) => format.dateTime(new Date(`${day}T12:00:00Z`), { day: "numeric", month: "long" }),
  };
}
