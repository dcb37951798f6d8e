import { PackageX } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { FailureNotice } from "@/components/ui/failure-notice";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { TRANSCRIBER_FAILURE_CODES, type TranscriberFailureCode } from "@/lib/transcription/transcriber-failure-codes";
import type { Transcription } from "@/lib/transcripts/get-transcript";

type TranscriptionFailureProps = {
  /** `failure` is in the server's words. */
  work: Pick<Transcription, "status" | "failureCode" | "failure" | "nextAttemptAt">;
  /** False for those who only read: they are told what happened, without what only others can do about it. */
  mayAct: boolean;
  /** Where models are added; null for those who may not. */
  modelsHref: string | null;
};

/** Why a call is not written down and the way out, what it waits for, or why the last attempt failed and when the next one is. Nothing where nothing failed. */
export function TranscriptionFailure({ work, mayAct, modelsHref }: TranscriptionFailureProps) {
  const t = useTranslations("hearing");
  const { status, failure, nextAttemptAt } = work;
  const code = codeOf(work);
  const reason = t(`failures.reasons.${code}`);
  const detail = mayAct && !SAYS_ALL.has(work.failureCode) ? failure : null;
  if (status === "queued" && nextAttemptAt !== null)
    return (
      <p className="text-sm text-muted">
        {reason} {t.rich("state.retry", { time: () => <TimeWithZone value={nextAttemptAt} isBrief /> })}
      </p>
    );
  if (status === "waiting")
    return (
      <div role="status" className="flex items-start gap-2">
        <PackageX aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-soft-foreground" />
        <div className="min-w-0">
          <p>
            {reason}{" "}
            {modelsHref === null ? (
              t(`failures.waysOut.${code}`)
            ) : (
              <Link href={modelsHref} className="rounded-sm text-accent hover:underline">
                {t("state.addModel")}
              </Link>
            )}
          </p>
          {detail !== null && <p className="text-xs text-muted wrap-anywhere">{detail}</p>}
        </div>
      </div>
    );
  if (status !== "failed") return null;
  return (
    <FailureNotice title={t("state.failed")} detail={detail}>
      {reason} {mayAct && t(`failures.waysOut.${code}`)}
    </FailureNotice>
  );
}

/** Nothing but a missing model is waited for. */
function codeOf({ status, failureCode }: TranscriptionFailureProps["work"]): TranscriberFailureCode {
  if (status === "waiting") return "pack_missing";
  return TRANSCRIBER_FAILURE_CODES.find((known) => known === failureCode) ?? "engine_failed";
}

/** Of these the reason says it all; of others, and of what nobody has words for, the server's own tell more. */
const SAYS_ALL = new Set<string | null>(["language_unknown", "recording_deleted"] satisfies TranscriberFailureCode[]);
