import { BadgeCheck, ClipboardCheck, ClipboardPen, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { AuditStatus } from "@/db/enums";

const SIGNS: Record<AuditStatus, { tone: Tone; icon: LucideIcon }> = {
  open: { tone: "accent", icon: ClipboardPen },
  completed: { tone: "success", icon: ClipboardCheck },
  validated: { tone: "success", icon: BadgeCheck },
};

/** Where an audit stands. */
export function AuditStatusChip({ status }: { status: AuditStatus }) {
  const t = useTranslations("auditStatuses");
  return <StatusChip {...SIGNS[status]}>{t(status)}</StatusChip>;
}
