import Link from "next/link";
import { useTranslations } from "next-intl";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { VerdictChip } from "@/components/sources/verdict-chip";
import { FormProblem } from "@/components/ui/form-problem";
import { InertText } from "@/components/ui/inert-text";
import type { ReplayOutcome } from "@/lib/reception/replay-outcome";

/** What ordering a replay led to: a delivery of its own, or the reason why there is none. Null before anything was ordered. */
export type ReplayState =
  | null
  | { outcome: ReplayOutcome }
  | { problem: "other_campaign"; campaignId: number }
  | { problem: "cut_off" | "too_large" | "failed" };

/** How a replay went, with the way to the new delivery and its call. */
export function ReplayResult({ state }: { state: ReplayState }) {
  const t = useTranslations("reception.replay");
  if (state === null) return null;
  if ("problem" in state)
    return (
      <FormProblem>
        {state.problem === "other_campaign" ? t("problems.other_campaign", { id: state.campaignId }) : t(`problems.${state.problem}`)}
      </FormProblem>
    );
  const { verdict, reason, message, receiptId, callId } = state.outcome;
  return (
    <div role="status" className="flex flex-col gap-1.5 rounded-lg border border-border bg-surface-secondary px-3 py-2">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-medium">{t("done")}</span>
        <VerdictChip verdict={verdict} />
      </p>
      <p className="text-xs text-muted empty:hidden">
        <DeliveryReason reason={reason} />
      </p>
      {message !== "" && (
        <p className="text-xs text-muted">
          <InertText text={message} />
        </p>
      )}
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <Link href={`/dashboard/reception/${receiptId}`} className="text-accent hover:underline">
          {t("openDelivery")}
        </Link>
        {callId !== null && (
          <Link href={`/dashboard/calls/${callId}`} className="text-accent hover:underline">
            {t("openCall")}
          </Link>
        )}
      </p>
    </div>
  );
}
