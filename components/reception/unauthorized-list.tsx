import { ShieldCheck } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { InertText } from "@/components/ui/inert-text";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { UnauthorizedGroup, UnauthorizedRequests } from "@/lib/reception/list-unauthorized-requests";

type UnauthorizedListProps = { requests: UnauthorizedRequests; isHourly: boolean };

/** Who was turned away, why, how often and when, and what to do about it. */
export function UnauthorizedList({ requests: { groups, totalCount, groupCount, isCut }, isHourly }: UnauthorizedListProps) {
  const t = useTranslations("reception.unauthorized");
  if (groups.length === 0) return <EmptyState icon={ShieldCheck} title={t("emptyTitle")} description={t("emptyDescription")} />;
  return (
    <>
      <p className="border-b border-separator px-4 py-3 text-muted tabular-nums">
        {t("total", { count: totalCount, senders: groupCount })}
        {groupCount > groups.length && ` ${t("shown", { shown: groups.length })}`}
        {isCut && ` ${t("cut")}`}
      </p>
      <ul className="divide-y divide-separator">
        {groups.map((group) => (
          <Group key={[group.source, group.reason, group.keyLast4, group.remoteAddress].join(" ")} group={group} isHourly={isHourly} />
        ))}
      </ul>
    </>
  );
}

function Group({ group, isHourly }: { group: UnauthorizedGroup; isHourly: boolean }) {
  const t = useTranslations("reception.unauthorized");
  const tSources = useTranslations("sources");
  const { source, reason, keyLast4, remoteAddress, count, lastAt, periods } = group;
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 lg:grid-cols-[minmax(0,1fr)_16rem]">
      <div className="min-w-0">
        <p className="font-medium">{t(`reasons.${reason}`)}</p>
        <p className="mt-0.5 text-muted">{t(`advice.${reason}`)}</p>
        <p className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1 text-[0.8125rem] tabular-nums">
          <span>{tSources(source)}</span>
          <span>
            {t("address")}:{" "}
            {remoteAddress === "many" ? (
              t("many")
            ) : (
              <code className="font-mono text-xs">
                <InertText text={remoteAddress} />
              </code>
            )}
          </span>
          {keyLast4 !== "" && (
            <span>
              {t("key")}:{" "}
              <code className="font-mono text-xs">
                …<InertText text={keyLast4} />
              </code>
            </span>
          )}
          <span>
            {t("last")}: <TimeWithZone value={lastAt} />
          </span>
        </p>
      </div>
      <div>
        <p className="font-semibold tabular-nums">{t("count", { count })}</p>
        <Periods periods={periods} isHourly={isHourly} />
      </div>
    </li>
  );
}

const SHOWN_PERIODS = 6;

/** The latest hours or days in which something came. */
function Periods({ periods, isHourly }: { periods: UnauthorizedGroup["periods"]; isHourly: boolean }) {
  const t = useTranslations("reception.unauthorized");
  const format = useFormatter();
  const options = isHourly
    ? ({ weekday: "short", hour: "2-digit", hourCycle: "h23" } as const)
    : ({ day: "2-digit", month: "short" } as const);
  return (
    <ul className="mt-0.5 text-xs text-muted tabular-nums">
      {periods
        .slice(-SHOWN_PERIODS)
        .reverse()
        .map(({ at, count }) => (
          <li key={at.getTime()} className="flex justify-between gap-4">
            <span>{format.dateTime(at, options)}</span>
            <span>{format.number(count)}</span>
          </li>
        ))}
      {periods.length > SHOWN_PERIODS && <li>{t("earlier", { count: periods.length - SHOWN_PERIODS })}</li>}
    </ul>
  );
}
