import { useTranslations } from "next-intl";
import { FailureNotice } from "@/components/ui/failure-notice";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { MachineWorkStatus } from "@/db/enums";
import { MACHINE_WORK_FAILURE_CODES, type MachineWorkFailureCode } from "@/lib/machine-work/machine-work-failure-codes";

type WorkFailureProps = {
  /** `failure` is in the server's words. */
  work: { status: MachineWorkStatus; failureCode: string | null; failure: string | null; nextAttemptAt: Date | null };
  /** What did not come about. */
  title: string;
};

/** Why a machine's work came to nothing and the way out, or why its last attempt did and when the next one is. Nothing where neither is so. */
export function WorkFailure({ work: { status, failureCode, failure, nextAttemptAt }, title }: WorkFailureProps) {
  const t = useTranslations("machineWorkFailures");
  const code = MACHINE_WORK_FAILURE_CODES.find((known) => known === failureCode) ?? "failed";
  if (status === "queued" && nextAttemptAt !== null)
    return (
      <p className="text-muted">
        {t(`reasons.${code}`)} {t.rich("retry", { time: () => <TimeWithZone value={nextAttemptAt} isBrief /> })}
      </p>
    );
  if (status !== "failed") return null;
  return (
    <FailureNotice title={title} detail={SAYS_ALL.has(failureCode) ? null : failure}>
      {t(`reasons.${code}`)} {t(`waysOut.${code}`)}
    </FailureNotice>
  );
}

/** Of these the reason says it all; of others, and of what nobody has words for, the server's own tell more. */
const SAYS_ALL = new Set<string | null>([
  ...(["not_configured", "not_wanted", "no_transcript", "no_scorecard", "transcript_changed", "scorecard_changed", "failed"] as const),
] satisfies MachineWorkFailureCode[]);
