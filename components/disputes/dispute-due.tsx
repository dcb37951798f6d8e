import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useDayWord } from "./dispute-words";

type DisputeDueProps = { dueAt: Date; isOverdue: boolean; timeZone: string | null };

/** Until when a dispute is to be decided, marked once that is over. */
export function DisputeDue({ dueAt, isOverdue, timeZone }: DisputeDueProps) {
  const t = useTranslations("disputes");
  const day = useDayWord()(dueAt, timeZone);
  // Browsers know months by names of their own at times.
  if (!isOverdue) return <span suppressHydrationWarning>{t("until", { day })}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-danger-soft-foreground" suppressHydrationWarning>
      <TriangleAlert aria-hidden className="size-3.5 shrink-0" />
      {t("overdue", { day })}
    </span>
  );
}
