import { CircleCheck, CircleX, Hourglass, type LucideIcon, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { DisputeStatus } from "@/db/enums";

const SIGNS: Record<DisputeStatus, { tone: Tone; icon: LucideIcon }> = {
  open: { tone: "warning", icon: Hourglass },
  accepted: { tone: "success", icon: CircleCheck },
  rejected: { tone: "danger", icon: CircleX },
  withdrawn: { tone: "default", icon: Undo2 },
};

/** Where a dispute stands. */
export function DisputeStatusChip({ status }: { status: DisputeStatus }) {
  const t = useTranslations("disputes.statuses");
  return <StatusChip {...SIGNS[status]}>{t(status)}</StatusChip>;
}
