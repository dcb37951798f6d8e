import { useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SetUpDelivery } from "@/lib/campaigns/list-set-up-deliveries";
import { CallProgress } from "./call-progress";
import { DeliveryReason } from "./delivery-reason";
import { FieldRemarks } from "./field-remarks";
import { VerdictChip } from "./verdict-chip";

/** One event that arrived: its verdict with the reason in words, what is wrong in its fields, and what became of its call. */
export function DeliveryItem({ delivery, timeZone }: { delivery: SetUpDelivery; timeZone: string }) {
  const t = useTranslations("audioSources.live");
  const { verdict, eventKind, receivedAt, reason, campaignId, isSample, remarks, place, call } = delivery;
  const isTakenIn = verdict === "accepted" || verdict === "duplicate";
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictChip verdict={verdict} />
        {isSample && <StatusChip tone="accent">{t("sampleSign")}</StatusChip>}
        {eventKind !== "" && <code className="min-w-0 font-mono text-xs wrap-anywhere">{eventKind}</code>}
        {eventKind === "" && campaignId === null && <span className="text-muted">{t("noEventKind")}</span>}
        <span className="ms-auto text-xs">
          <TimeWithZone value={receivedAt} timeZone={timeZone} />
        </span>
      </div>
      <p className="mt-1 empty:hidden wrap-anywhere">
        <DeliveryReason reason={reason} />
        {place && ` ${t("place", { line: place.line, column: place.column })}`}
        {campaignId === null && ` ${t("withoutCampaign")}`}
      </p>
      {place && place.excerpt !== "" && <code className="mt-1 block font-mono text-xs text-muted wrap-anywhere">{place.excerpt}</code>}
      <FieldRemarks remarks={remarks} reason={reason} />
      {isTakenIn && call && <CallProgress call={call} timeZone={timeZone} />}
    </li>
  );
}
