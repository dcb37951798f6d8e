import { CircleCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import type { MissingRecordingStatus } from "@/lib/calls/missing-recording-statuses";

/** That no call lacks its recording, which is well, and where the others are. */
export function NoCalls({ status }: { status: MissingRecordingStatus }) {
  const t = useTranslations("calls");
  return (
    <EmptyState
      icon={CircleCheck}
      title={t(`empty.${status}`)}
      description={t("emptyDescription")}
      action={
        <ButtonLink href="/dashboard/tasks" variant="outline">
          {t("emptyAction")}
        </ButtonLink>
      }
    />
  );
}
