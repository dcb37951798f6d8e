import { DEFAULT_LOCALE, type Locale, toLocale } from "./locales";

/** The best of our languages for an Accept-Language header: by its weights, regional variants included; the default for none. */
export function negotiateLocale(acceptLanguage: string): Locale {
  const wanted = acceptLanguage
    .split(",")
    .map((entry) => {
      const [tag = "", ...parameters] = entry.trim().toLowerCase().split(";");
      const weight = Number(parameters.find((parameter) => parameter.trim().startsWith("q="))?.split("=")[1] ?? 1);
      return { language: tag.split("-")[0], weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { language } of wanted) {
    const locale = toLocale(language);
    if (locale) return locale;
  }
  return DEFAULT_LOCALE;
}
