import { Ban, CircleCheck, CircleDashed, LoaderCircle, type LucideIcon, OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import type { JobStatus } from "@/db/enums";

const SIGNS: Record<JobStatus, { tone: Tone; icon: LucideIcon }> = {
  queued: { tone: "default", icon: CircleDashed },
  running: { tone: "accent", icon: LoaderCircle },
  completed: { tone: "success", icon: CircleCheck },
  cancelled: { tone: "default", icon: Ban },
  failed: { tone: "danger", icon: OctagonAlert },
};

/** Where a job stands. */
export function JobStatusChip({ status }: { status: JobStatus }) {
  const t = useTranslations("jobs.statuses");
  return <StatusChip {...SIGNS[status]}>{t(status)}</StatusChip>;
}
