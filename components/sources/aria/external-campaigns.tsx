import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { ConnectionListItem } from "@/lib/connections/list-connections";
import type { ExternalCampaignListItem } from "@/lib/connections/list-external-campaigns";
import type { AriaActions } from "./aria-actions";
import { MapBeforehand } from "./map-beforehand";
import { MapCampaign } from "./map-campaign";

/** `maxCount` also stands for more calls. */
export type ExternalCampaignPage = {
  items: ExternalCampaignListItem[];
  maxCount: number;
  firstHref: string | null;
  nextHref: string | null;
};

/** Where in the page the list is. */
export const EXTERNAL_CAMPAIGNS_ANCHOR = "connection-campaigns";

type ExternalCampaignsProps = {
  connection: ConnectionListItem;
  campaignId: number;
  page: ExternalCampaignPage;
  timeZone: string;
  actions: AriaActions;
};

/** Which of our campaigns each campaign of the platform's is. Where there is little room each is a card. */
export function ExternalCampaigns({ connection, campaignId, page, timeZone, actions }: ExternalCampaignsProps) {
  const t = useTranslations("ariaSource.campaigns");
  const { id, name, makesCampaigns, campaignName } = connection;
  const { items, maxCount, firstHref, nextHref } = page;
  const ownLabel = campaignName === null ? t("own") : t("ownNamed", { campaign: campaignName });
  const map = actions.map.bind(null, id);
  return (
    <div id={EXTERNAL_CAMPAIGNS_ANCHOR} className="scroll-mt-4">
      <Panel title={t("title", { name })}>
        <p className="max-w-prose px-4 pt-3 pb-1 text-muted">{t("description")}</p>
        {items.length === 0 ? (
          <p className="px-4 py-3">{t(makesCampaigns ? "emptyMaking" : "emptyKeeping")}</p>
        ) : (
          <div className="@container">
            <table className="w-full text-start @max-2xl:block @2xl:table-fixed">
              <thead className="@max-2xl:sr-only">
                <tr className="border-b border-separator text-xs text-muted [&>th]:px-3 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:ps-4">
                  <th scope="col" className="w-[28%]">
                    {t("columns.theirs")}
                  </th>
                  <th scope="col">{t("columns.ours")}</th>
                  <th scope="col" className="w-[20%]">
                    {t("columns.firstHeard")}
                  </th>
                  <th scope="col" className="w-[17%]">
                    {t("columns.calls")}
                  </th>
                </tr>
              </thead>
              <tbody className="@max-2xl:block">
                {items.map((item) => (
                  <ExternalCampaignRow
                    key={item.externalId}
                    item={item}
                    maxCount={maxCount}
                    ownLabel={ownLabel}
                    isHere={(item.campaign?.id ?? connection.campaignId) === campaignId}
                    timeZone={timeZone}
                    map={map}
                    findCampaigns={actions.findCampaigns}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        <ForwardLinks label={t("pages")} firstHref={firstHref} nextHref={nextHref} />
        <MapBeforehand ownLabel={ownLabel} map={map} findCampaigns={actions.findCampaigns} />
      </Panel>
    </div>
  );
}

type ExternalCampaignRowProps = {
  item: ExternalCampaignListItem;
  maxCount: number;
  ownLabel: string;
  /** Its calls come to the campaign whose screen this is. */
  isHere: boolean;
  timeZone: string;
  map: (externalId: string, campaignId: number | null) => ReturnType<AriaActions["map"]>;
  findCampaigns: AriaActions["findCampaigns"];
};

function ExternalCampaignRow({ item, maxCount, ownLabel, isHere, timeZone, map, findCampaigns }: ExternalCampaignRowProps) {
  const t = useTranslations("ariaSource.campaigns");
  const format = useFormatter();
  const { externalId, externalName, campaign, firstHeardAt, lastCallAt, callCount } = item;
  return (
    <tr className="border-b border-separator align-top last:border-b-0 @max-2xl:grid @max-2xl:grid-cols-[7rem_minmax(0,1fr)] @max-2xl:gap-x-3 @max-2xl:gap-y-1 @max-2xl:px-4 @max-2xl:py-3 @2xl:[&>td]:px-3 @2xl:[&>td]:py-2.5 @2xl:[&>td]:first:ps-4">
      <td className="min-w-0 @max-2xl:col-span-2">
        {externalName !== "" && (
          <span className="block font-medium">
            <InertText text={externalName} />
          </span>
        )}
        <code className="font-mono text-xs text-muted">
          <InertText text={externalId} />
        </code>
      </td>
      <td className="min-w-0 @max-2xl:col-span-2">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {campaign === null ? (
            <span className="min-w-0">
              <StatusChip tone="warning">{t("notMapped")}</StatusChip>{" "}
              <span className={`wrap-anywhere ${isHere ? "" : "text-muted"}`}>{ownLabel}</span>
            </span>
          ) : (
            <Link
              href={`/dashboard/campaigns/${campaign.id}`}
              prefetch={false}
              className="min-w-0 rounded-sm text-link underline underline-offset-2 wrap-anywhere"
            >
              {campaign.name}
            </Link>
          )}
          <MapCampaign
            name={externalName || externalId}
            ownLabel={ownLabel}
            map={map.bind(null, externalId)}
            findCampaigns={findCampaigns}
          />
        </div>
        {campaign?.problem && <p className="mt-1 text-danger">{t(`problems.${campaign.problem}`)}</p>}
      </td>
      <td className="contents @2xl:table-cell">
        <span aria-hidden className="text-xs text-muted @2xl:hidden">
          {t("columns.firstHeard")}
        </span>
        <span className="@max-2xl:text-xs">
          <TimeWithZone value={firstHeardAt} timeZone={timeZone} isBrief />
        </span>
      </td>
      <td className="contents @2xl:table-cell">
        <span aria-hidden className="text-xs text-muted @2xl:hidden">
          {t("columns.calls")}
        </span>
        <span className="tabular-nums @max-2xl:text-xs">
          {callCount >= maxCount ? t("many", { count: maxCount }) : format.number(callCount)}
          {lastCallAt && (
            <span className="text-xs text-muted @2xl:block">
              {" "}
              {t("lastCall")} <TimeWithZone value={lastCallAt} timeZone={timeZone} isShort />
            </span>
          )}
        </span>
      </td>
    </tr>
  );
}
