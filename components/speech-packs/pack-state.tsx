import { CircleCheck, CircleDashed, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import type { PackRow } from "./pack-table";

const SIGNS = {
  installed: { tone: "success", icon: CircleCheck },
  missing: { tone: "default", icon: CircleDashed },
  damaged: { tone: "danger", icon: TriangleAlert },
} as const;

/** Whether a pack is here, or how far it has come. */
export function PackState({ pack }: { pack: PackRow }) {
  const t = useTranslations("speechPacks");
  if (pack.adding?.failure !== null || pack.adding === null)
    return <StatusChip {...SIGNS[pack.state]}>{t(`states.${pack.state}`)}</StatusChip>;
  const percent = Math.floor(pack.adding.share * 100);
  return (
    <div className="w-40">
      <p role="status" className="text-xs text-muted tabular-nums">
        {t("adding")} {percent} %
      </p>
      <progress aria-label={t("adding")} max={100} value={percent} className="h-1.5 w-full accent-accent" />
    </div>
  );
}
