import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ForwardLinks } from "@/components/data-table/forward-links";
import { SourceHealthChip } from "@/components/source-health/source-health-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { CampaignListItem } from "@/lib/campaigns/list-campaigns";
import { ArchivedChip } from "./archived-chip";

type CampaignTableProps = {
  campaigns: CampaignListItem[];
  path: string;
  /** Null where there is no such page. */
  firstHref: string | null;
  nextHref: string | null;
  /** False for those who may not see how calls are received. */
  hasHealth: boolean;
};

/** One page of campaigns. On a phone each is a card. */
export function CampaignTable({ campaigns, path, firstHref, nextHref, hasHealth }: CampaignTableProps) {
  const t = useTranslations("campaigns");
  return (
    <>
      <table className="w-full text-start max-md:block">
        <thead className="max-md:sr-only">
          <tr className="border-b border-separator text-xs text-muted [&>th]:px-4 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap">
            <th scope="col">{t("columns.campaign")}</th>
            <th scope="col">{t("columns.source")}</th>
            <th scope="col">{t("columns.lastEvent")}</th>
            <th scope="col" className="text-end!">
              {t("columns.tasksToday")}
            </th>
            {hasHealth && <th scope="col">{t("columns.health")}</th>}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} path={path} hasHealth={hasHealth} />
          ))}
        </tbody>
      </table>
      <ForwardLinks label={t("pages")} firstHref={firstHref} nextHref={nextHref} />
    </>
  );
}

function CampaignRow({ campaign, path, hasHealth }: { campaign: CampaignListItem; path: string; hasHealth: boolean }) {
  const t = useTranslations("campaigns");
  const tSources = useTranslations("sources");
  const format = useFormatter();
  const { id, name, source, lastEventAt, tasksToday, timeZone, archivedAt, health } = campaign;
  return (
    <tr className="relative border-b border-separator align-middle last:border-b-0 hover:bg-surface-secondary max-md:flex max-md:flex-col max-md:items-start max-md:px-4 max-md:py-3 md:[&>td]:h-10 md:[&>td]:px-4 md:[&>td]:py-1">
      <td className="max-w-full md:w-1/2">
        <span className="flex items-baseline gap-x-3 max-md:flex-col">
          <Link
            href={`${path}/${id}`}
            className="line-clamp-1 rounded-sm font-medium max-md:line-clamp-2 wrap-anywhere after:absolute after:inset-0 hover:underline"
          >
            {name}
          </Link>
          <span className="flex items-center gap-x-2 text-xs whitespace-nowrap text-muted tabular-nums">
            {t("number", { id })}
            {archivedAt !== null && <ArchivedChip />}
          </span>
        </span>
      </td>
      <Fact label={t("columns.source")} className="max-md:mt-2">
        {source === null ? <span className="text-muted">{t("noSource")}</span> : tSources(source)}
      </Fact>
      <Fact label={t("columns.lastEvent")} className="md:whitespace-nowrap">
        {lastEventAt === null ? (
          <span className="text-muted">{t("noEvent")}</span>
        ) : (
          <TimeWithZone value={lastEventAt} timeZone={timeZone} isBrief />
        )}
      </Fact>
      <Fact label={t("columns.tasksToday")} className="md:text-end">
        <span className="tabular-nums">{format.number(tasksToday)}</span>
      </Fact>
      {hasHealth && (
        <td className="max-md:order-first max-md:mb-1.5 md:w-px">
          {health !== null && archivedAt === null && <SourceHealthChip state={health} />}
        </td>
      )}
    </tr>
  );
}

/** A cell that brings its column's name along on a phone, where the columns have no heads. */
function Fact({ label, className = "", children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <td className={`max-md:flex max-md:gap-2 max-md:text-xs max-md:leading-5 ${className}`}>
      <span aria-hidden className="text-muted md:hidden">
        {label}
      </span>
      {children}
    </td>
  );
}
