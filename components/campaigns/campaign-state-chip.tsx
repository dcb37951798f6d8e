import { Archive, CircleCheck, Hourglass, type LucideIcon, Unplug } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { CampaignState } from "@/lib/campaigns/campaign-state";

const SIGNS: Record<CampaignState, { tone: Tone; icon: LucideIcon }> = {
  archived: { tone: "default", icon: Archive },
  without_source: { tone: "warning", icon: Unplug },
  waiting: { tone: "accent", icon: Hourglass },
  receiving: { tone: "success", icon: CircleCheck },
};

/** Whether a campaign can take calls, and does. */
export function CampaignStateChip({ state }: { state: CampaignState }) {
  const t = useTranslations("campaigns.states");
  return <StatusChip {...SIGNS[state]}>{t(state)}</StatusChip>;
}
