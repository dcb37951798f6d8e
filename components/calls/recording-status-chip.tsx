import { CircleCheck, CircleDashed, CircleMinus, CircleX, LoaderCircle, type LucideIcon } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { RecordingStatus } from "@/db/enums";

const SIGNS: Record<RecordingStatus, { tone: Tone; icon: LucideIcon }> = {
  none: { tone: "default", icon: CircleMinus },
  expected: { tone: "default", icon: CircleDashed },
  pending: { tone: "accent", icon: LoaderCircle },
  stored: { tone: "success", icon: CircleCheck },
  unavailable: { tone: "danger", icon: CircleX },
};

/** Where a call's recording stands. */
export function RecordingStatusChip({ status }: { status: RecordingStatus }) {
  const t = useTranslations("recordingStatuses");
  return <StatusChip {...SIGNS[status]}>{t(status)}</StatusChip>;
}
