import { TriangleAlert, X } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { ExpiringApiKey } from "@/lib/api-keys/list-expiring-api-keys";
import type { SourceAlarm } from "@/lib/source-health/list-source-alarms";
import { supervisorsHref } from "./supervisors-href";

type AlarmBannerProps = {
  alarms: SourceAlarm[];
  keys: ExpiringApiKey[];
  /** Hides what is shown until something new is wrong. */
  dismiss: () => Promise<void>;
};

const NAMED_CAMPAIGNS = 3;
const LINK_CLASS = "rounded-sm font-medium whitespace-nowrap underline underline-offset-2";

/** What is wrong with sources and keys, wherever one is: a line each, however many there are. */
export function AlarmBanner({ alarms, keys, dismiss }: AlarmBannerProps) {
  const t = useTranslations("sourceHealth.banner");
  if (alarms.length + keys.length === 0) return null;
  return (
    <section
      aria-label={t("label")}
      className="mb-5 flex items-start gap-2.5 rounded-lg border border-danger/40 bg-danger-soft py-2 ps-3 pe-1.5 text-danger-soft-foreground"
    >
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1 space-y-1">
        <SourceLine alarms={alarms} />
        <KeyLine keys={keys} />
      </div>
      <form action={dismiss} className="flex">
        <button type="submit" aria-label={t("dismiss")} title={t("dismiss")} className="-my-1 grid size-8 place-items-center rounded-md">
          <X aria-hidden className="size-4" />
        </button>
      </form>
    </section>
  );
}

function SourceLine({ alarms }: { alarms: SourceAlarm[] }) {
  const t = useTranslations("sourceHealth.banner");
  const tStates = useTranslations("sourceHealth.states");
  const format = useFormatter();
  const [first] = alarms;
  if (!first) return null;
  // Alarms come worst first, and a campaign is named by its worst.
  const worst = alarms.filter(({ campaignId }, index) => alarms.findIndex((alarm) => alarm.campaignId === campaignId) === index);
  if (worst.length === 1) {
    const write = supervisorsHref(first, t("subject", { campaign: first.campaignName, state: tStates(first.kind) }));
    return (
      <Line text={<AlarmText alarm={first} />}>
        <Link href={`/dashboard/campaigns/${first.campaignId}/health`} prefetch={false} className={LINK_CLASS}>
          {t("look")}
        </Link>
        {write && (
          <a href={write} className={LINK_CLASS}>
            {t("write")}
          </a>
        )}
      </Line>
    );
  }
  const named = worst
    .slice(0, NAMED_CAMPAIGNS)
    .map(({ campaignName, kind }) => t("named", { campaign: campaignName, state: tStates(kind).toLocaleLowerCase() }));
  const names = worst.length > NAMED_CAMPAIGNS ? [...named, t("others", { count: worst.length - NAMED_CAMPAIGNS })] : named;
  return (
    <Line text={t("several", { count: worst.length, names: format.list(names, { type: "conjunction" }) })}>
      <Link href="/dashboard#sources" prefetch={false} className={LINK_CLASS}>
        {t("lookAll")}
      </Link>
    </Line>
  );
}

function AlarmText({ alarm: { kind, campaignName, evidence, since, timeZone } }: { alarm: SourceAlarm }) {
  const t = useTranslations("sourceHealth.banner");
  return t.rich(kind, {
    campaign: campaignName,
    expected: evidence.expected ?? 0,
    refused: evidence.refused ?? 0,
    recent: evidence.recent ?? 0,
    since: () => <TimeWithZone value={since} timeZone={timeZone} isShort />,
  });
}

function KeyLine({ keys }: { keys: ExpiringApiKey[] }) {
  const t = useTranslations("sourceHealth.banner");
  const [first] = keys;
  if (!first) return null;
  const { name, last4, expiresAt, hasExpired } = first;
  const at = () => <TimeWithZone value={expiresAt} isShort />;
  const text = keys.length > 1 ? t("keys", { count: keys.length }) : t.rich(hasExpired ? "keyExpired" : "keyExpiring", { name, last4, at });
  return (
    <Line text={text}>
      <Link href="/dashboard/settings/api-keys" prefetch={false} className={LINK_CLASS}>
        {t("lookKeys")}
      </Link>
    </Line>
  );
}

function Line({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-0.5">
      <span className="wrap-anywhere [&_time_span]:text-inherit">{text}</span>
      {children}
    </p>
  );
}
