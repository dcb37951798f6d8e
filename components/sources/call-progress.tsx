import { CircleCheck, CircleX, LoaderCircle, type LucideIcon, RotateCw } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AttemptReason } from "@/components/tasks/attempt-reason";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SetUpCall } from "@/lib/campaigns/list-set-up-deliveries";

/** Not fetched ahead: the page is made anew with every event, and each time all links would be fetched again. */
const LINK = "rounded-sm font-medium text-link underline underline-offset-2";

/** What became of a call that was accepted: its recording, fetched or being tried, and then its task. */
export function CallProgress({ call, timeZone }: { call: SetUpCall; timeZone: string }) {
  const t = useTranslations("callProgress");
  const { id, recordingStatus, lastAttempt, nextAttemptAt, taskId } = call;
  const reason = lastAttempt && <AttemptReason reason={lastAttempt.reason} detail={lastAttempt.detail} />;
  const toCall = (
    <Link href={`/dashboard/calls/${id}`} prefetch={false} className={LINK}>
      {t("openCall")}
    </Link>
  );
  return (
    <ol className="mt-1.5 flex flex-col gap-1">
      <Step icon={CircleCheck} tone="text-success">
        {t("received")}
      </Step>
      {recordingStatus === "stored" && (
        <Step icon={CircleCheck} tone="text-success">
          {t("stored")}
        </Step>
      )}
      {recordingStatus === "pending" && (
        <Step icon={reason ? RotateCw : LoaderCircle} tone={reason ? "text-warning-soft-foreground" : "text-accent"}>
          {reason ? t("retrying") : t("fetching")} {reason && <span className="text-muted">{reason}.</span>}{" "}
          {reason && nextAttemptAt && (
            <span className="text-muted">
              {t("next")}: <TimeWithZone value={nextAttemptAt} timeZone={timeZone} />
            </span>
          )}
        </Step>
      )}
      {recordingStatus === "unavailable" && (
        <Step icon={CircleX} tone="text-danger">
          {t("unavailable")} {reason && <span className="text-muted">{reason}.</span>} {toCall}
        </Step>
      )}
      {taskId !== null && (
        <Step icon={CircleCheck} tone="text-success">
          {t("task")}{" "}
          <Link href={`/dashboard/tasks/${taskId}`} prefetch={false} className={LINK}>
            {t("openTask")}
          </Link>
        </Step>
      )}
      {taskId === null && recordingStatus === "stored" && (
        <Step icon={CircleCheck} tone="text-muted">
          {t("sameAudio")} {toCall}
        </Step>
      )}
    </ol>
  );
}

function Step({ icon: Icon, tone, children }: { icon: LucideIcon; tone: string; children: ReactNode }) {
  return (
    <li className="flex gap-1.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </li>
  );
}
