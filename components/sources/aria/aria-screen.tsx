import { useTranslations } from "next-intl";
import { LiveTest } from "@/components/sources/live-test";
import { SetUpChecklist } from "@/components/sources/set-up-checklist";
import type { SourceScreenProps } from "@/components/sources/source-screen-props";
import type { SourceWords } from "@/components/sources/source-words";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { ClientMessages } from "@/components/ui/client-messages";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import type { ConnectionListItem } from "@/lib/connections/list-connections";
import type { EmptyValues } from "@/lib/sources/aria/measure-empty-values";
import type { AriaFormat } from "@/lib/sources/aria/request-template";
import { describeEndpoint } from "@/lib/sources/describe-endpoint";
import type { AriaActions } from "./aria-actions";
import { AriaGuide } from "./aria-guide";
import { Connections } from "./connections";
import { EmptyValuesPanel } from "./empty-values-panel";
import { type ExternalCampaignPage, ExternalCampaigns } from "./external-campaigns";
import { API_KEY_PLACEHOLDER, ariaSampleCommand } from "./sample-command";

const PATH = "/webhook/aria";
/** Stands where a connection's own goes, while there is none. */
const CONNECTION_ID_PLACEHOLDER = "YOUR_CONNECTION_ID";
const WORDS: SourceWords = {
  keyPlace: "api_key",
  finalEvent: "",
  campaignField: "campaign_id",
  recordedField: "recording",
  recordingField: "recording",
};

type AriaScreenProps = SourceScreenProps & {
  connections: ConnectionListItem[];
  /** The connection that the guide is filled with, and what it brought; null while there is none. */
  chosen: { connection: ConnectionListItem; campaigns: ExternalCampaignPage; emptyValues: EmptyValues } | null;
  format: AriaFormat;
  links: { connections: { id: string; href: string }[]; formats: { format: AriaFormat; href: string }[] };
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
  actions: AriaActions;
};

/** The connections of a campaign, what they bring, how a platform is set up with one, and what arrives meanwhile. */
export function AriaScreen(props: AriaScreenProps) {
  const { campaignId, timeZone, baseUrl, liveTest, now, connections, chosen, format, links, actions, ...zones } = props;
  const t = useTranslations("ariaSource");
  const tGuide = useTranslations("ariaGuide");
  const endpoint = describeEndpoint({ baseUrl, path: PATH });
  const sample = {
    connectionId: chosen?.connection.publicId ?? CONNECTION_ID_PLACEHOLDER,
    externalId: chosen?.connection.mappedAs ?? "",
    timeZone: chosen?.connection.timeZone ?? zones.installationTimeZone,
    now,
  };
  return (
    <>
      <SetUpChecklist source="aria" campaignId={campaignId} endpoint={endpoint} progress={liveTest.progress} keyHref="#connections" />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <ClientMessages namespaces={["ariaSource", "apiKeys", "campaigns"]}>
            <Connections campaignId={campaignId} connections={connections} now={now} actions={actions} {...zones} />
            {links.connections.length > 1 && (
              <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span aria-hidden className="text-muted">
                  {t("choose")}
                </span>
                <ChoiceLinks
                  label={t("choose")}
                  choices={links.connections.map(({ id, href }) => ({
                    label: connections.find((one) => one.id === id)?.name ?? "",
                    href,
                    isCurrent: id === chosen?.connection.id,
                  }))}
                  isInPanel
                  className="flex-wrap"
                />
              </div>
            )}
            {chosen && (
              <ExternalCampaigns
                key={chosen.connection.id}
                connection={chosen.connection}
                campaignId={campaignId}
                page={chosen.campaigns}
                timeZone={timeZone}
                actions={actions}
              />
            )}
          </ClientMessages>
          <AriaGuide
            connection={chosen?.connection ?? null}
            endpoint={endpoint}
            sample={sample}
            format={format}
            formatLinks={links.formats}
          />
          {chosen && <EmptyValuesPanel name={chosen.connection.name} values={chosen.emptyValues} />}
        </div>
        <LiveTest
          {...liveTest}
          source="aria"
          campaignId={campaignId}
          timeZone={timeZone}
          endpoint={endpoint}
          words={WORDS}
          now={now}
          command={{
            text: ariaSampleCommand({ url: endpoint.url, ...sample }),
            description: tGuide("command", { placeholder: API_KEY_PLACEHOLDER }),
          }}
        />
      </div>
    </>
  );
}
