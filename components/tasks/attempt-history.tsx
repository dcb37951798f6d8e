import { CircleCheck, CircleX, type LucideIcon, OctagonX, RotateCw } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { StatusChip, type Tone } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AttemptOutcome } from "@/db/enums";
import type { RecordingAttempt } from "@/lib/tasks/list-call-attempts";
import { AttemptReason } from "./attempt-reason";
import { History, HistoryEntry } from "./history";

const SIGNS: Record<AttemptOutcome, { tone: Tone; icon: LucideIcon }> = {
  stored: { tone: "success", icon: CircleCheck },
  retry: { tone: "warning", icon: RotateCw },
  refused: { tone: "danger", icon: OctagonX },
  gone: { tone: "danger", icon: CircleX },
};

/** Every try to fetch the recording: when, from where, what answered and what that looked like. */
export function AttemptHistory({ attempts, timeZone }: { attempts: RecordingAttempt[]; timeZone: string | null }) {
  const t = useTranslations("task.attempt");
  if (attempts.length === 0) return <p className="px-4 py-4 text-muted">{t("none")}</p>;
  return (
    <History>
      {attempts.map((attempt) => (
        <Attempt key={attempt.id} attempt={attempt} timeZone={timeZone} />
      ))}
    </History>
  );
}

function Attempt({ attempt, timeZone }: { attempt: RecordingAttempt; timeZone: string | null }) {
  const t = useTranslations("task.attempt");
  const tOutcomes = useTranslations("attemptOutcomes");
  const format = useFormatter();
  const answer = [
    attempt.httpStatus === null ? t("noAnswer") : `HTTP ${attempt.httpStatus}`,
    attempt.contentType,
    attempt.receivedBytes > 0 && format.number(attempt.receivedBytes / 1000, { style: "unit", unit: "kilobyte", maximumFractionDigits: 1 }),
    t("took", { ms: format.number(attempt.durationMs) }),
    attempt.remoteAddress,
  ].filter(Boolean);
  return (
    <HistoryEntry
      time={<TimeWithZone value={attempt.startedAt} timeZone={timeZone} />}
      sign={<StatusChip {...SIGNS[attempt.outcome]}>{tOutcomes(attempt.outcome)}</StatusChip>}
      title={attempt.outcome !== "stored" && <AttemptReason reason={attempt.reason} detail={attempt.detail} />}
    >
      <p className="tabular-nums">{answer.join(" · ")}</p>
      {attempt.lookedLike && (
        <p>
          {t("lookedLike")}: {attempt.lookedLike}
        </p>
      )}
      <p className="font-mono wrap-anywhere">{attempt.url}</p>
      {attempt.nextAttemptAt && attempt.outcome === "retry" && (
        <p>
          {t("next")}: <TimeWithZone value={attempt.nextAttemptAt} timeZone={timeZone} />
        </p>
      )}
    </HistoryEntry>
  );
}
