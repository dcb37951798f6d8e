import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AttemptReason } from "@/components/tasks/attempt-reason";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { CallDetails } from "@/lib/calls/get-call";
import { RecordingWayOut } from "./recording-way-out";

type MissingTaskProps = {
  call: Pick<CallDetails["call"], "recordingStatus" | "recordingFailure" | "nextAttemptAt">;
  timeZone: string | null;
  /** How the last attempt ended; undefined when none was made, or for those who may not see it. */
  lastAttempt?: CallDetails["attempts"][number];
  /** The button that tries again, where there is something to try and somebody who may. */
  action: ReactNode;
};

/** Why a call has no task, what is going to be done about it, and the way out where nothing is. */
export function MissingTask({ call, timeZone, lastAttempt, action }: MissingTaskProps) {
  const t = useTranslations("calls");
  const { recordingStatus, recordingFailure, nextAttemptAt } = call;
  // Taking in can break off without an attempt that says so; otherwise the attempt's reason can be told in the reader's language.
  const isOfAttempt = lastAttempt !== undefined && (recordingFailure ?? lastAttempt.detail).endsWith(lastAttempt.detail);
  const reason = isOfAttempt ? lastAttempt.reason : null;
  const detail = recordingFailure ?? lastAttempt?.detail;
  const isMissing = recordingStatus === "unavailable" || recordingStatus === "pending";
  return (
    <Panel title={t("whyTitle")} actions={action}>
      <div className="px-4 py-3 [&>*+*]:mt-1">
        <p>{t(`why.${recordingStatus}`)}</p>
        {isMissing && detail && (
          <>
            <p className="text-muted">
              {t("columns.lastReason")}: {reason === null ? t("brokeOff") : <AttemptReason reason={reason} />}
            </p>
            {recordingStatus === "unavailable" && (
              <p>
                <RecordingWayOut reason={reason} />
              </p>
            )}
            <p className="text-xs text-muted wrap-anywhere">{detail}</p>
          </>
        )}
        {recordingStatus === "pending" && nextAttemptAt && (
          <p className="text-muted">
            {t("columns.next")}: <TimeWithZone value={nextAttemptAt} timeZone={timeZone} />
          </p>
        )}
      </div>
    </Panel>
  );
}
