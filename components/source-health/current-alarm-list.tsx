import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { SourceAlarm } from "@/lib/source-health/list-source-alarms";
import { SourceHealthChip } from "./source-health-chip";
import { supervisorsHref } from "./supervisors-href";

const LINK_CLASS = "rounded-sm text-accent hover:underline";

/** What is wrong with one campaign's source, what to do about it, and where. `isAdmin` leads to where only admins may go. */
export function CurrentAlarmList({ alarms, isAdmin }: { alarms: SourceAlarm[]; isAdmin: boolean }) {
  const t = useTranslations("sourceHealth");
  return (
    <Panel title={t("alarmsTitle")}>
      <ul>
        {alarms.map((alarm) => (
          <li key={alarm.kind} className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-separator px-4 py-3 last:border-b-0">
            <div className="w-40 shrink-0">
              <SourceHealthChip state={alarm.kind} />
            </div>
            <div className="min-w-0 flex-1 basis-64">
              <p>
                {t.rich(`alarms.${alarm.kind}`, {
                  expected: alarm.evidence.expected ?? 0,
                  refused: alarm.evidence.refused ?? 0,
                  recent: alarm.evidence.recent ?? 0,
                  late: alarm.evidence.late ?? 0,
                  unavailable: alarm.evidence.unavailable ?? 0,
                  since: () => <TimeWithZone value={alarm.since} timeZone={alarm.timeZone} isShort />,
                })}
              </p>
              <p className="mt-0.5 max-w-prose text-muted">{t(`alarms.${alarm.kind}Help`)}</p>
              <p className="mt-1.5 flex flex-wrap gap-x-4">
                <WhereToLook alarm={alarm} isAdmin={isAdmin} />
                <WriteToSupervisors alarm={alarm} />
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function WhereToLook({ alarm: { kind, campaignId }, isAdmin }: { alarm: SourceAlarm; isAdmin: boolean }) {
  const t = useTranslations("sourceHealth");
  if (kind === "recordings_stuck")
    return (
      <Link href="/dashboard/calls?status=pending" prefetch={false} className={LINK_CLASS}>
        {t("lookCalls")}
      </Link>
    );
  if (!isAdmin) return null;
  return (
    <Link
      href={
        kind === "silent"
          ? `/dashboard/campaigns/${campaignId}/audio-sources`
          : `/dashboard/reception?campaign=${campaignId}&verdict=refused`
      }
      prefetch={false}
      className={LINK_CLASS}
    >
      {t(kind === "silent" ? "lookSource" : "lookReception")}
    </Link>
  );
}

function WriteToSupervisors({ alarm }: { alarm: SourceAlarm }) {
  const t = useTranslations("sourceHealth");
  const subject = t("banner.subject", { campaign: alarm.campaignName, state: t(`states.${alarm.kind}`) });
  const href = supervisorsHref(alarm, subject);
  return (
    href && (
      <a href={href} className={LINK_CLASS}>
        {t("banner.write")}
      </a>
    )
  );
}
