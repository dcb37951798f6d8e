import Link from "next/link";
import { useTranslations } from "next-intl";
import { AttemptReason } from "@/components/tasks/attempt-reason";
import { DirectionSign } from "@/components/tasks/direction-sign";
import { PhoneNumber } from "@/components/tasks/phone-number";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { CallWithoutTask } from "@/lib/calls/list-calls-without-task";
import { RetryRecording, type RetryRecordingAction } from "./retry-recording";

/** Calls whose recording was given up: why, and a button that begins anew. */
export function UnavailableCalls({ calls, retry }: { calls: CallWithoutTask[]; retry: RetryRecordingAction }) {
  const t = useTranslations("overview");
  return (
    <Panel
      title={t("unavailableTitle")}
      className="mb-4"
      actions={
        <Link href="/dashboard/calls" className="rounded-sm text-accent hover:underline">
          {t("allTasks")}
        </Link>
      }
    >
      <ul>
        {calls.map((call) => (
          <li key={call.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-separator px-4 py-2.5 last:border-b-0">
            <div className="min-w-0 flex-1 basis-64">
              <p className="flex flex-wrap items-center gap-x-2">
                <DirectionSign direction={call.direction} />
                <PhoneNumber number={call.number} />
                <span className="text-muted">{call.campaignName}</span>
              </p>
              <p className="mt-0.5 text-xs text-muted">
                <Link href={`/dashboard/calls/${call.id}`} prefetch={false} className="rounded-sm text-accent hover:underline">
                  <TimeWithZone value={call.startedAt} isBrief />
                </Link>
                {" · "}
                {t("tries", { count: call.attemptCount })}
              </p>
            </div>
            <p className="min-w-0 flex-1 basis-56">
              {call.lastReason !== null && <AttemptReason reason={call.lastReason} detail={call.lastDetail ?? ""} />}
            </p>
            <RetryRecording callId={call.id} retry={retry} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
