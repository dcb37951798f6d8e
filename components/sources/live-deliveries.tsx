import { Radio } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SetUpDelivery } from "@/lib/campaigns/list-set-up-deliveries";
import { CopyBlock } from "./copy-block";
import { DeliveryReason } from "./delivery-reason";
import { RefreshOnDelivery } from "./refresh-on-delivery";
import { VerdictChip } from "./verdict-chip";

type LiveDeliveriesProps = {
  campaignId: number;
  timeZone: string;
  deliveries: SetUpDelivery[];
  /** A command that sends a sample, and what to know before one runs it. */
  sample: { command: string; description: ReactNode };
};

/** What arrives from a source while it is set up, as it arrives. */
export function LiveDeliveries({ campaignId, timeZone, deliveries, sample }: LiveDeliveriesProps) {
  const t = useTranslations("audioSources.live");
  // One that names no campaign may be anybody's.
  const hasOwn = deliveries.some((delivery) => delivery.campaignId !== null);
  return (
    <section aria-labelledby="live-test" className="rounded-lg border border-border bg-surface xl:sticky xl:top-7">
      <RefreshOnDelivery campaignId={campaignId} />
      <h3 id="live-test" className="border-b border-separator px-4 py-3 text-base font-semibold">
        {t("title")}
      </h3>
      <div role="log" aria-label={t("received")} className="px-4">
        {!hasOwn && (
          <div className="flex gap-3 py-4">
            <Radio aria-hidden className="mt-0.5 size-5 shrink-0 text-accent motion-safe:animate-pulse" />
            <div>
              <p className="font-medium">{t("waiting")}</p>
              <p className="text-muted">{t("waitingHelp")}</p>
            </div>
          </div>
        )}
        <ol className={`divide-y divide-separator ${hasOwn ? "" : "border-t border-separator empty:hidden"}`}>
          {deliveries.map((delivery) => (
            <DeliveryItem key={delivery.id} delivery={delivery} timeZone={timeZone} />
          ))}
        </ol>
      </div>
      <div className="border-t border-separator p-4">
        <h4 className="font-semibold">{t("sampleTitle")}</h4>
        <p className="mt-0.5 mb-3 text-muted">{sample.description}</p>
        <CopyBlock text={sample.command} name={t("sampleLabel")} />
      </div>
    </section>
  );
}

function DeliveryItem({ delivery, timeZone }: { delivery: SetUpDelivery; timeZone: string }) {
  const t = useTranslations("audioSources.live");
  const { verdict, eventKind, receivedAt, reason, problemPaths, campaignId } = delivery;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <VerdictChip verdict={verdict} />
        {eventKind === "" ? (
          <span className="text-muted">{t("noEventKind")}</span>
        ) : (
          <code className="min-w-0 font-mono text-xs wrap-anywhere">{eventKind}</code>
        )}
        <span className="ms-auto text-xs">
          <TimeWithZone value={receivedAt} timeZone={timeZone} />
        </span>
      </div>
      <p className="mt-1 empty:hidden wrap-anywhere">
        <DeliveryReason reason={reason} />
        {problemPaths.length > 0 && ` ${t("problemFields", { fields: problemPaths.join(", ") })}`}
        {campaignId === null && ` ${t("withoutCampaign")}`}
      </p>
    </li>
  );
}
