import { useTranslations } from "next-intl";

/** A number as it came, or that there was none. */
export function PhoneNumber({ number }: { number: string }) {
  const t = useTranslations("tasks");
  if (number.trim() === "") return <span className="text-muted italic">{t("hiddenNumber")}</span>;
  return <span className="whitespace-nowrap tabular-nums">{number}</span>;
}
