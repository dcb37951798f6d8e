import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { campaignState } from "@/lib/campaigns/campaign-state";
import type { CampaignListItem } from "@/lib/campaigns/list-campaigns";
import { CampaignStateChip } from "./campaign-state-chip";

type CampaignTableProps = {
  campaigns: CampaignListItem[];
  path: string;
  /** Null where there is no such page. */
  firstHref: string | null;
  nextHref: string | null;
};

/** One page of campaigns. On a phone, what has no column stands below the name. */
export function CampaignTable({ campaigns, path, firstHref, nextHref }: CampaignTableProps) {
  const t = useTranslations("campaigns");
  return (
    <>
      <table className="w-full text-start">
        <thead>
          <tr className="border-b border-separator text-xs text-muted [&>th]:px-4 [&>th]:py-2 [&>th]:text-start [&>th]:font-medium">
            <th scope="col">{t("columns.campaign")}</th>
            <th scope="col" className="hidden md:table-cell">
              {t("columns.source")}
            </th>
            <th scope="col" className="hidden lg:table-cell">
              {t("columns.lastEvent")}
            </th>
            <th scope="col" className="hidden text-end! sm:table-cell">
              {t("columns.tasksToday")}
            </th>
            <th scope="col">{t("columns.state")}</th>
          </tr>
        </thead>
        <tbody>
          {campaigns.map((campaign) => (
            <CampaignRow key={campaign.id} campaign={campaign} path={path} />
          ))}
        </tbody>
      </table>
      {(firstHref || nextHref) && (
        <nav aria-label={t("pages")} className="flex justify-end gap-2 border-t border-separator px-4 py-2">
          {firstHref && (
            <ButtonLink href={firstHref} size="sm" variant="ghost">
              {t("firstPage")}
            </ButtonLink>
          )}
          {nextHref && (
            <ButtonLink href={nextHref} size="sm" variant="outline">
              {t("nextPage")}
            </ButtonLink>
          )}
        </nav>
      )}
    </>
  );
}

function CampaignRow({ campaign, path }: { campaign: CampaignListItem; path: string }) {
  const t = useTranslations("campaigns");
  const tSources = useTranslations("sources");
  const format = useFormatter();
  const { id, name, source, lastEventAt, tasksToday, timeZone } = campaign;
  const sourceName = source === null ? <span className="text-muted">{t("noSource")}</span> : tSources(source);
  const lastEvent =
    lastEventAt === null ? (
      <span className="text-muted">{t("noEvent")}</span>
    ) : (
      <TimeWithZone value={lastEventAt} timeZone={timeZone} isBrief />
    );
  return (
    <tr className="relative border-b border-separator align-top last:border-b-0 hover:bg-surface-secondary [&>td]:px-4 [&>td]:py-3">
      <td className="max-w-0 sm:w-2/5">
        <Link
          href={`${path}/${id}`}
          className="block truncate rounded-sm font-medium after:absolute after:inset-0 hover:underline"
          title={name}
        >
          {name}
        </Link>
        <div className="text-xs text-muted tabular-nums">{t("number", { id })}</div>
        <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-2 text-xs lg:hidden [&_dt]:text-muted">
          <dt className="md:hidden">{t("columns.source")}</dt>
          <dd className="md:hidden">{sourceName}</dd>
          <dt>{t("columns.lastEvent")}</dt>
          <dd>{lastEvent}</dd>
          <dt className="sm:hidden">{t("columns.tasksToday")}</dt>
          <dd className="tabular-nums sm:hidden">{format.number(tasksToday)}</dd>
        </dl>
      </td>
      <td className="hidden md:table-cell">{sourceName}</td>
      <td className="hidden lg:table-cell">{lastEvent}</td>
      <td className="hidden text-end tabular-nums sm:table-cell">{format.number(tasksToday)}</td>
      <td className="w-px">
        <CampaignStateChip state={campaignState(campaign)} />
      </td>
    </tr>
  );
}
