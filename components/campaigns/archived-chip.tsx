import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";

/** Says that a campaign takes no calls any more. */
export function ArchivedChip() {
  const t = useTranslations("campaigns.states");
  return (
    <StatusChip tone="default" icon={Archive}>
      {t("archived")}
    </StatusChip>
  );
}
