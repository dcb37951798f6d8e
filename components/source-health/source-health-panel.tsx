import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SourceHealthItem, SourceHealthList } from "@/lib/source-health/list-source-health";
import { SourceHealthChip } from "./source-health-chip";

const CAMPAIGNS_PATH = "/dashboard/campaigns";
const LINK_CLASS = "rounded-sm text-accent hover:underline";

/** How sources do, the worst first. */
export function SourceHealthPanel({ sources: { items, counts, total } }: { sources: SourceHealthList }) {
  const t = useTranslations("sourceHealth.panel");
  const wrong = counts.silent + counts.refused + counts.recordings_stuck;
  return (
    <div id="sources" className="mb-4 scroll-mt-16">
      <Panel
        title={
          <>
            {t("title")} <span className="ms-2 font-normal text-muted">{t("wrong", { count: wrong })}</span>
          </>
        }
        actions={
          <Link href={CAMPAIGNS_PATH} className={LINK_CLASS}>
            {t("all")}
          </Link>
        }
      >
        <table aria-label={t("title")} className="w-full text-[0.8125rem]">
          <thead>
            <tr className="border-b border-border text-muted [&>th]:h-9 [&>th]:px-2.5 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap">
              <th scope="col" className="ps-4!">
                {t("campaign")}
              </th>
              <th scope="col">{t("state")}</th>
              <th scope="col" className="max-md:hidden">
                {t("lastEvent")}
              </th>
              <th scope="col" className="pe-4! text-end! max-sm:hidden">
                {t("today")}
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((item) => (
              <SourceRow key={item.campaignId} item={item} />
            ))}
          </tbody>
        </table>
        {total > items.length && (
          <p className="border-t border-separator px-4 py-2">
            <Link href={CAMPAIGNS_PATH} className={LINK_CLASS}>
              {t("more", { count: total - items.length })}
            </Link>
          </p>
        )}
      </Panel>
    </div>
  );
}

function SourceRow({
  item: { campaignId, name, state, since, lastEventAt, timeZone, eventsToday, usualUntilNow },
}: {
  item: SourceHealthItem;
}) {
  const t = useTranslations("sourceHealth.panel");
  const format = useFormatter();
  return (
    <tr className="relative border-b border-separator last:border-b-0 focus-within:bg-surface-secondary hover:bg-surface-secondary [&>td]:h-9 [&>td]:px-2.5 [&>td]:py-1">
      <td className="ps-4! md:w-2/5">
        <Link
          href={`${CAMPAIGNS_PATH}/${campaignId}/health`}
          prefetch={false}
          className="line-clamp-1 rounded-sm font-medium wrap-anywhere after:absolute after:inset-0 hover:underline"
        >
          {name}
        </Link>
      </td>
      <td>
        <span className="flex flex-wrap items-center gap-x-2">
          <SourceHealthChip state={state} />
          {since && (
            <span className="text-xs text-muted max-lg:hidden">
              {t.rich("since", { since: () => <TimeWithZone value={since} timeZone={timeZone} isShort /> })}
            </span>
          )}
        </span>
      </td>
      <td className="max-md:hidden">
        {lastEventAt ? <TimeWithZone value={lastEventAt} timeZone={timeZone} isShort /> : <span className="text-muted">{t("never")}</span>}
      </td>
      <td className="pe-4! text-end whitespace-nowrap max-sm:hidden">
        {format.number(eventsToday)}{" "}
        <span className="text-xs text-muted">
          {usualUntilNow === null ? t("noRhythm") : t("usual", { count: format.number(Math.round(usualUntilNow)) })}
        </span>
      </td>
    </tr>
  );
}
