import { CircleCheck, CircleDashed, type LucideIcon, SkipForward } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { AssignmentState } from "@/lib/assignments/assignment-state";

const SIGNS: Record<AssignmentState, { tone: Tone; icon: LucideIcon }> = {
  open: { tone: "default", icon: CircleDashed },
  done: { tone: "success", icon: CircleCheck },
  skipped: { tone: "warning", icon: SkipForward },
};

/** Where a call of a sample stands with its auditor. */
export function AssignmentStateChip({ state }: { state: AssignmentState }) {
  const t = useTranslations("assignments.states");
  return <StatusChip {...SIGNS[state]}>{t(state)}</StatusChip>;
}
