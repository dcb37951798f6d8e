import { Scissors } from "lucide-react";
import { useTranslations } from "next-intl";

/** The recording is much shorter than the call. */
export function PartialSign() {
  const t = useTranslations("tasks");
  return (
    <span title={t("partialHelp")} className="text-warning-soft-foreground">
      <Scissors aria-hidden className="size-3.5" />
      <span className="sr-only">{t("partial")}</span>
    </span>
  );
}
