import { useTranslations } from "next-intl";

/** What is wrong or odd with a field, in words that follow its name; the code itself where a source has one that there are no words for. */
export function FieldRemarkWords({ code }: { code: string }) {
  const t = useTranslations("fieldRemarks");
  const isKnown = (key: string): key is "malformed" => t.has(key as Parameters<typeof t.has>[0]);
  return isKnown(code) ? t(code) : t("other", { code });
}
