import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";

/** Above a list that asks how calls were judged: those that the reader has still to calibrate are not in it. */
export function LeftOut() {
  const t = useTranslations("tasks");
  return (
    <p className="flex items-start gap-2 border-b border-separator px-3 py-2 text-sm text-muted">
      <EyeOff aria-hidden className="mt-0.5 size-4 shrink-0" />
      {t("leavesOut")}
    </p>
  );
}
