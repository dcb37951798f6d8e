import { useLocale, useTranslations } from "next-intl";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";

/** One button a language. A plain form, so that it works before and without scripts. */
export function LocaleSwitch({ chooseLocale }: { chooseLocale: (form: FormData) => Promise<void> }) {
  const t = useTranslations("nav");
  const current = useLocale();
  return (
    <form action={chooseLocale}>
      <fieldset className="flex rounded-lg border border-border p-0.5">
        <legend className="sr-only">{t("language")}</legend>
        {LOCALES.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-label={LOCALE_NAMES[locale]}
            title={LOCALE_NAMES[locale]}
            aria-pressed={locale === current}
            className="h-7 flex-1 cursor-pointer rounded-md px-2 text-xs font-semibold text-muted uppercase hover:text-foreground aria-pressed:bg-rail-active aria-pressed:text-foreground"
          >
            {locale}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
