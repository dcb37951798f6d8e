import { Repeat2, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";

/** Signs beside a delivery: that something in it is odd, that somebody had it repeated. */
export function DeliveryMarks({ warningCount, isReplay }: { warningCount: number; isReplay: boolean }) {
  const t = useTranslations("reception.marks");
  const warnings = t("warnings", { count: warningCount });
  return (
    <span className="inline-flex items-center gap-1 align-middle empty:hidden">
      {warningCount > 0 && (
        <span title={warnings} className="text-warning-soft-foreground">
          <TriangleAlert aria-hidden className="size-3.5" />
          <span className="sr-only">{warnings}</span>
        </span>
      )}
      {isReplay && (
        <span title={t("replay")} className="text-muted">
          <Repeat2 aria-hidden className="size-3.5" />
          <span className="sr-only">{t("replay")}</span>
        </span>
      )}
    </span>
  );
}
