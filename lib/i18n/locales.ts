/** Languages that the screen speaks; the first is for browsers that ask for none of them. */
export const LOCALES = ["es", "en", "pt"] as const;
export type Locale = (typeof LOCALES)[number];
export const DEFAULT_LOCALE: Locale = LOCALES[0];

/** Remembers the language that a person chose over the one that the browser asks for. */
export const LOCALE_COOKIE = "auditoria-locale";

/** What each language calls itself. */
export const LOCALE_NAMES: Record<Locale, string> = { es: "Español", en: "English", pt: "Português" };

/** The locale in a text from outside; null when it is none of ours. */
export function toLocale(text: string | undefined): Locale | null {
  return LOCALES.find((locale) => locale === text) ?? null;
}

/** The regional variant of each that dates, numbers and components are written in. */
export const REGIONAL_LOCALES: Record<Locale, string> = { es: "es-AR", en: "en-US", pt: "pt-BR" };
