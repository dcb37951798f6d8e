import { CircleCheck, CircleDashed, CircleMinus, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { Conversion } from "@/lib/outcomes/conversions";

const SIGNS: Record<Conversion, { tone: Tone; icon: LucideIcon }> = {
  converted: { tone: "success", icon: CircleCheck },
  not_converted: { tone: "default", icon: CircleMinus },
  unknown: { tone: "default", icon: CircleDashed },
};

/** Whether a pay-per-call call converted, as its platform says. */
export function ConversionChip({ converted }: { converted: boolean | null }) {
  const t = useTranslations("conversions");
  const conversion: Conversion = converted === null ? "unknown" : converted ? "converted" : "not_converted";
  return <StatusChip {...SIGNS[conversion]}>{t(conversion)}</StatusChip>;
}
