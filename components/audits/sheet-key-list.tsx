"use client";

import { useTranslations } from "next-intl";
import { KeyList } from "@/components/ui/key-list";
import { SHEET_KEYS } from "./sheet-keys";

/** Every key of a sheet with what it does. */
export function SheetKeys() {
  const t = useTranslations("auditSheet.keys");
  return (
    <section aria-label={t("title")}>
      <h3 className="mt-4 text-sm font-semibold">{t("title")}</h3>
      <KeyList entries={SHEET_KEYS.map(({ keys, name }) => ({ keys, words: t(name) }))} />
    </section>
  );
}
