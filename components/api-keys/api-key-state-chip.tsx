import { Ban, CalendarX, CircleCheck, Hourglass, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { ApiKeyState } from "./api-key-state";

const SIGNS: Record<ApiKeyState, { tone: Tone; icon: LucideIcon }> = {
  active: { tone: "success", icon: CircleCheck },
  ending: { tone: "warning", icon: Hourglass },
  expired: { tone: "default", icon: CalendarX },
  revoked: { tone: "default", icon: Ban },
};

/** Whether a key opens anything. */
export function ApiKeyStateChip({ state }: { state: ApiKeyState }) {
  const t = useTranslations("apiKeys.states");
  return <StatusChip {...SIGNS[state]}>{t(state)}</StatusChip>;
}
