import { CircleCheck, CircleX, CopyCheck, type LucideIcon, MinusCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { Verdict } from "@/db/enums";

const SIGNS: Record<Verdict, { tone: Tone; icon: LucideIcon }> = {
  accepted: { tone: "success", icon: CircleCheck },
  duplicate: { tone: "default", icon: CopyCheck },
  ignored: { tone: "default", icon: MinusCircle },
  refused: { tone: "danger", icon: CircleX },
};

/** What became of a delivery. */
export function VerdictChip({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("verdicts");
  return <StatusChip {...SIGNS[verdict]}>{t(verdict)}</StatusChip>;
}
