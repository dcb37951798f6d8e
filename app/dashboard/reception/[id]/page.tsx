import { Download } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { BodyView } from "@/components/reception/body-view";
import { CheckSummary } from "@/components/reception/check-summary";
import { DeliveryChain } from "@/components/reception/delivery-chain";
import { DeliveryFacts } from "@/components/reception/delivery-facts";
import { FieldTable } from "@/components/reception/field-table";
import { HeaderList } from "@/components/reception/header-list";
import { ReplayPanel } from "@/components/reception/replay-panel";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { VerdictChip } from "@/components/sources/verdict-chip";
import { AttemptHistory } from "@/components/tasks/attempt-history";
import { ClientMessages } from "@/components/ui/client-messages";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { showBody } from "@/lib/reception/body/show-body";
import { sliceText } from "@/lib/reception/body/slice-text";
import { listReplayCampaigns } from "@/lib/reception/list-replay-campaigns";
import { readDelivery } from "@/lib/reception/read-delivery";
import { CUT_OFF_REASONS } from "@/lib/reception/replay-delivery";
import { replayDeliveryAction } from "../actions";

type DeliveryPageProps = { params: Promise<{ id: string }> };

/** Characters of a body that are shown at once. */
const PART_LENGTH = 20_000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reception"))("deliveryTitle") };
}

export default async function DeliveryPage({ params }: DeliveryPageProps) {
  const viewer = await requireViewer();
  const { id } = await params;
  const details = await orNotFound(readDelivery({ viewer, id }));
  const { delivery, campaign, apiKey, call, original, replays, fields, check } = details;
  const [campaigns, t, tTask] = await Promise.all([
    listReplayCampaigns({ actor: viewer, source: delivery.source }),
    getTranslations("reception"),
    getTranslations("task"),
  ]);
  const part = (view: "pretty" | "raw") => {
    const { text } = showBody({ raw: delivery.raw, contentType: delivery.contentType, view });
    return { text: sliceText(text, 0, PART_LENGTH), totalLength: text.length };
  };
  return (
    <ClientMessages namespaces={["reception", "verdicts", "deliveryReasons"]}>
      <PageHeader
        trail={[{ label: t("title"), href: "/dashboard/reception" }]}
        title={
          <>
            {t("deliveryTitle")} <span className="font-mono text-base text-muted">{delivery.id.slice(-8)}</span>
          </>
        }
        description={
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <VerdictChip verdict={delivery.verdict} />
            <span>{delivery.reason === "" ? t("acceptedReason") : <DeliveryReason reason={delivery.reason} />}</span>
          </p>
        }
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("fields.title")}>
            <FieldTable fields={fields} />
          </Panel>
          <Panel
            title={t("body.title")}
            actions={
              <a
                href={`/api/deliveries/${delivery.id}/body`}
                download
                className="inline-flex items-center gap-1.5 text-[0.8125rem] text-accent hover:underline"
              >
                <Download aria-hidden className="size-4" />
                {t("body.download")}
              </a>
            }
          >
            <BodyView id={delivery.id} partLength={PART_LENGTH} parts={{ pretty: part("pretty"), raw: part("raw") }} />
          </Panel>
          <Panel title={t("headers.title")}>
            <HeaderList headers={delivery.headers} />
          </Panel>
          {call && (
            <Panel title={tTask("attempts")}>
              <AttemptHistory attempts={call.attempts} timeZone={call.campaign.timeZone} />
            </Panel>
          )}
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t("replay.title")}>
            <ReplayPanel
              replay={replayDeliveryAction.bind(null, delivery.id)}
              fixHref={`/dashboard/reception/${delivery.id}/fix`}
              summary={<CheckSummary check={check} />}
              canReplay={!CUT_OFF_REASONS.includes(delivery.reason)}
              campaigns={campaigns}
            />
          </Panel>
          {(delivery.replayOf !== null || replays.length > 0) && (
            <Panel title={t("chain.title")}>
              <DeliveryChain replayOf={delivery.replayOf} original={original} replays={replays} />
            </Panel>
          )}
          <Panel title={t("facts.title")}>
            <DeliveryFacts delivery={delivery} campaign={campaign} apiKey={apiKey} />
          </Panel>
          {call && (
            <Panel
              title={t("call.title")}
              actions={
                <Link href={`/dashboard/calls/${call.call.id}`} className="text-[0.8125rem] text-accent hover:underline">
                  {t("call.open")}
                </Link>
              }
            >
              {call.call.nextAttemptAt && (
                <p className="px-4 pt-3 text-[0.8125rem]">
                  {tTask("attempt.next")}: <TimeWithZone value={call.call.nextAttemptAt} timeZone={call.campaign.timeZone} />
                </p>
              )}
              <ul className="px-4 py-1 text-[0.8125rem]" aria-label={t("call.deliveries")}>
                {call.deliveries.map((other) => (
                  <li
                    key={other.id}
                    className="flex flex-wrap items-center gap-x-2 gap-y-0.5 border-b border-separator py-2 last:border-b-0"
                  >
                    {other.id === delivery.id ? (
                      <span aria-current="true" className="font-medium">
                        <TimeWithZone value={other.receivedAt} />
                      </span>
                    ) : (
                      <Link href={`/dashboard/reception/${other.id}`} className="text-accent hover:underline">
                        <TimeWithZone value={other.receivedAt} />
                      </Link>
                    )}
                    <span className="font-mono text-xs">{other.eventKind}</span>
                    <VerdictChip verdict={other.verdict} />
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </div>
      </div>
    </ClientMessages>
  );
}
