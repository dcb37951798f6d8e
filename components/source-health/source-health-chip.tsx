import { BellOff, CircleCheck, CircleX, Hourglass, type LucideIcon, MicOff, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { SourceHealthState } from "@/lib/source-health/source-health-state";

const SIGNS: Record<SourceHealthState, { tone: Tone; icon: LucideIcon }> = {
  silent: { tone: "danger", icon: BellOff },
  refused: { tone: "danger", icon: CircleX },
  recordings_stuck: { tone: "danger", icon: MicOff },
  without_source: { tone: "warning", icon: Unplug },
  waiting: { tone: "accent", icon: Hourglass },
  healthy: { tone: "success", icon: CircleCheck },
};

/** How a campaign's source does, in a word. */
export function SourceHealthChip({ state }: { state: SourceHealthState }) {
  const t = useTranslations("sourceHealth.states");
  return <StatusChip {...SIGNS[state]}>{t(state)}</StatusChip>;
}
