import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/ui/client-messages";
import type { SetUpProgress } from "@/lib/campaigns/get-set-up-progress";
import type { SetUpDelivery } from "@/lib/campaigns/list-set-up-deliveries";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import type { Endpoint } from "@/lib/sources/describe-endpoint";
import type { SilenceCause } from "@/lib/sources/silence/silence-cause";
import { CallProgress } from "./call-progress";
import { CopyBlock } from "./copy-block";
import { DeliveryItem } from "./delivery-item";
import { RefreshOnArrival } from "./refresh-on-arrival";
import { type SendSampleAction, SendSampleCall } from "./send-sample-call";
import { SilenceCauses } from "./silence-causes";
import type { SourceWords } from "./source-words";
import { WaitingClock } from "./waiting-clock";

/** What a campaign's live test is told by the data, whatever its source. */
export type LiveTestFacts = {
  deliveries: SetUpDelivery[];
  causes: SilenceCause[];
  progress: SetUpProgress;
  sendSample: SendSampleAction;
};

type LiveTestProps = LiveTestFacts & {
  source: OfferedSource;
  campaignId: number;
  timeZone: string;
  endpoint: Endpoint;
  words: SourceWords;
  now: Date;
  /** A command that sends a sample from outside, and what to know before one runs it. */
  command: { text: string; description: ReactNode };
};

/** How long the first try at a recording takes at most where nothing is in its way. */
const FIRST_TRY_MS = 2_000;

/** What arrives from a source while it is set up, as it arrives; why nothing does; and samples to try it with. */
export function LiveTest({ deliveries, causes, progress, sendSample, command, now, ...context }: LiveTestProps) {
  const t = useTranslations("audioSources.live");
  const { source, campaignId, timeZone } = context;
  const phase = progress.hasArrived ? "call" : "event";
  return (
    <section
      id="live-test"
      aria-labelledby="live-test-title"
      className="scroll-mt-4 rounded-lg border border-border bg-surface xl:sticky xl:top-7 xl:max-h-[calc(100dvh-3.5rem)] xl:overflow-y-auto"
    >
      <RefreshOnArrival campaignId={campaignId} madeAt={now.getTime()} lookAgainInMs={lookAgainInMs(deliveries, now)} />
      <h3 id="live-test-title" className="border-b border-separator px-4 py-3 text-base font-semibold">
        {t("title")}
      </h3>
      {!progress.hasOwnCall && (
        <WaitingClock key={phase} title={t(`waitingFor.${phase}`)} help={t(`waitingHelp.${phase}.${source}`)} elapsedLabel={t("elapsed")}>
          <SilenceCauses causes={causes} {...context} />
        </WaitingClock>
      )}
      <div className={`p-4 ${progress.hasOwnCall ? "" : "border-t border-separator"}`}>
        <h4 className="font-semibold">{t("sampleTitle")}</h4>
        <p className="mt-0.5 mb-3 text-muted">{t("sampleDescription")}</p>
        <ClientMessages namespaces={["sampleCall"]}>
          <SendSampleCall
            send={sendSample}
            calls={deliveries.flatMap(({ call }) =>
              call ? [{ id: call.id, progress: <CallProgress key={call.id} call={call} timeZone={timeZone} /> }] : [],
            )}
          />
        </ClientMessages>
      </div>
      <div className="border-t border-separator px-4">
        <h4 className="pt-3 font-semibold">{t("received")}</h4>
        {deliveries.length === 0 && <p className="pt-0.5 pb-3 text-muted">{t("nothingReceived")}</p>}
        <div role="log" aria-label={t("received")}>
          <ol className="divide-y divide-separator">
            {deliveries.map((delivery) => (
              <DeliveryItem key={delivery.id} delivery={delivery} timeZone={timeZone} />
            ))}
          </ol>
        </div>
      </div>
      <div className="border-t border-separator p-4">
        <h4 className="font-semibold">{t("commandTitle")}</h4>
        <p className="mt-0.5 mb-3 text-muted">{command.description}</p>
        <CopyBlock text={command.text} name={t("commandLabel")} />
      </div>
    </section>
  );
}

/** Until the next try at a recording that is waited for has been made. */
function lookAgainInMs(deliveries: SetUpDelivery[], now: Date): number | null {
  const dues = deliveries.flatMap(({ call }) => {
    if (call?.recordingStatus !== "pending") return [];
    return [(call.nextAttemptAt?.getTime() ?? now.getTime()) - now.getTime() + FIRST_TRY_MS];
  });
  return dues.length === 0 ? null : Math.max(FIRST_TRY_MS, Math.min(...dues));
}
