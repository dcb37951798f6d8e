import { Ban, CalendarClock, CalendarX, CircleCheck, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { ApiKeyState } from "@/lib/api-keys/api-key-state";

const SIGNS: Record<ApiKeyState, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: "success", icon: CircleCheck },
  expiring: { tone: "warning", icon: CalendarClock },
  rotating: { tone: "accent", icon: Hourglass },
  expired: { tone: "default", icon: CalendarX },
  revoked: { tone: "default", icon: Ban },
};

/** Whether a key opens anything, and for how long. */
export function ApiKeyStateChip({ state, daysLeft }: { state: ApiKeyState; daysLeft: number }) {
  const t = useTranslations("apiKeys.states");
  return <StatusChip {...SIGNS[state]}>{state === "expiring" ? t("expiring", { days: daysLeft }) : t(state)}</StatusChip>;
}
