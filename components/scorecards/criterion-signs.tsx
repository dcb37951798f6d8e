import { Bot, CircleHelp, Hand, OctagonAlert, Sparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { CriterionContent } from "@/lib/scorecards/scorecard-content";

const MODE_ICONS = { machine: Bot, suggested: Sparkles, manual: Hand } as const;

/** What kind of question it is, at a glance. */
export function CriterionSigns({ criterion: { kind, maxPoints, critical, mode, condition } }: { criterion: CriterionContent }) {
  const t = useTranslations("scorecard");
  return (
    <span className="flex flex-wrap gap-1">
      {critical !== "none" && (
        <StatusChip tone={critical === "whole" ? "danger" : "warning"} icon={OctagonAlert}>
          {t(`critical.short.${critical}`)}
        </StatusChip>
      )}
      {kind === "scale" && <StatusChip tone="default">{t("kinds.scaleShort", { max: maxPoints ?? 0 })}</StatusChip>}
      {condition !== null && (
        <StatusChip tone="default" icon={CircleHelp}>
          {t("conditional.short")}
        </StatusChip>
      )}
      <StatusChip tone={mode === "manual" ? "default" : "accent"} icon={MODE_ICONS[mode]}>
        {t(`modes.short.${mode}`)}
      </StatusChip>
    </span>
  );
}
