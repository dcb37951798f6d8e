import { useTranslations } from "next-intl";

/** Numbers are no longer than this; addresses are, and may break anywhere. */
const MAX_UNBROKEN = 19;

/** A number as it came, or that there was none. */
export function PhoneNumber({ number }: { number: string }) {
  const t = useTranslations("tasks");
  if (number.trim() === "") return <span className="text-muted italic">{t("hiddenNumber")}</span>;
  const look = number.length > MAX_UNBROKEN ? "wrap-anywhere [td_&]:inline-block [td_&]:min-w-[14ch]" : "whitespace-nowrap";
  return <span className={`${look} tabular-nums`}>{number}</span>;
}
