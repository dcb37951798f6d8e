import { Ban, CircleCheck, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { UserState } from "@/lib/users/user-state";

const SIGNS: Record<UserState, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: "success", icon: CircleCheck },
  invited: { tone: "accent", icon: Hourglass },
  disabled: { tone: "default", icon: Ban },
};

/** Whether a person can come in. */
export function PersonStateChip({ state }: { state: UserState }) {
  const t = useTranslations("people.states");
  return <StatusChip {...SIGNS[state]}>{t(state)}</StatusChip>;
}
