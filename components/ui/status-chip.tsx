import { Chip } from "@heroui/react/chip";
import { BadgeCheck, CircleCheck, CircleDashed, ClipboardCheck, LoaderCircle, type LucideIcon, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { TaskStatus } from "@/db/enums";

export type Tone = "default" | "accent" | "success" | "warning" | "danger";

/** A state in a word, a shape and a colour. */
export function StatusChip({ tone, icon: Icon, children }: { tone: Tone; icon?: LucideIcon; children: ReactNode }) {
  return (
    <Chip size="sm" variant="soft" color={tone} className="gap-1 rounded-md px-1.5 align-middle whitespace-nowrap">
      {Icon && <Icon aria-hidden className="size-3.5 shrink-0" />}
      {children}
    </Chip>
  );
}

const TASK_STATUS_SIGNS: Record<TaskStatus, { tone: Tone; icon: LucideIcon }> = {
  pending: { tone: "default", icon: CircleDashed },
  processing: { tone: "accent", icon: LoaderCircle },
  completed: { tone: "accent", icon: CircleCheck },
  audited: { tone: "success", icon: ClipboardCheck },
  validated: { tone: "success", icon: BadgeCheck },
  failed: { tone: "danger", icon: OctagonAlert },
};

/** Where a task stands. `isSignOnly` leaves the word to those who do not see the sign, where there is no room. */
export function TaskStatusChip({ status, isSignOnly = false }: { status: TaskStatus; isSignOnly?: boolean }) {
  const t = useTranslations("taskStatuses");
  return (
    <StatusChip {...TASK_STATUS_SIGNS[status]}>
      <span className={isSignOnly ? "sr-only" : ""}>{t(status)}</span>
    </StatusChip>
  );
}
