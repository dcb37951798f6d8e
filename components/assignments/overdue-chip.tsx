import { CalendarX } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";

/** Said of what was to be done by a day that is over. */
export function OverdueChip() {
  const t = useTranslations("assignments");
  return (
    <StatusChip tone="danger" icon={CalendarX}>
      {t("overdue")}
    </StatusChip>
  );
}
