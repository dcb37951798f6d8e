import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AuditSubject } from "@/lib/audit-log/find-audit-subjects";
import type { AuditListItem } from "@/lib/audit-log/list-audit-entries";
import { AuditDetails } from "./audit-details";
import { auditWords } from "./audit-words";

/** One entry. On a narrow screen it is a card. What it says besides opens below its first line. */
export function AuditRow({ entry, historyHref }: { entry: AuditListItem; historyHref: string }) {
  const t = useTranslations("auditLog");
  const words = auditWords(useTranslations());
  const { seq, at, actorId, actorName, action, object, subject, details, hash } = entry;
  const hasDetails = Object.keys(details).length > 0;
  return (
    <tr className="border-b border-separator align-top last:border-b-0 max-lg:block max-lg:px-3 max-lg:py-2 lg:[&>td]:px-2.5 lg:[&>td]:py-2 lg:[&>td]:first:ps-3">
      <td className="max-lg:block max-lg:text-xs lg:whitespace-nowrap">
        <TimeWithZone value={at} />
      </td>
      <td className="max-lg:block lg:max-w-40">
        <span className="block truncate" title={actorName}>
          {actorId === null ? t("system") : actorName || "—"}
        </span>
      </td>
      <td className="font-medium max-lg:block">{words.action(action)}</td>
      <td className="max-lg:block lg:max-w-56">
        <span className="block truncate" title={object.name || undefined}>
          {object.name === "" && <span className="text-muted">{words.kind(object.kind)} </span>}
          <ObjectName subject={subject} name={object.name || shortId(object.id)} />
        </span>
      </td>
      <td className="max-lg:block lg:w-2/5 lg:max-w-0">
        <details className="group">
          <summary className="flex cursor-pointer list-none items-center gap-1 rounded-sm">
            <ChevronRight aria-hidden className="size-3.5 shrink-0 text-muted transition-transform group-open:rotate-90" />
            <span className="min-w-0 truncate">
              {hasDetails ? <AuditDetails details={details} isInline /> : <span className="text-muted">{t("noDetails")}</span>}
            </span>
          </summary>
          <dl className="mt-1.5 mb-1 grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 ps-4.5 text-xs">
            <AuditDetails details={details} />
            <dt className="text-muted">{words.kind(object.kind)}</dt>
            <dd className="min-w-0 wrap-anywhere">
              <code className="font-mono">{object.id}</code>
              <Link href={historyHref} prefetch={false} className="block w-fit text-accent hover:underline">
                {t("history")}
              </Link>
            </dd>
            <dt className="text-muted">{t("number")}</dt>
            <dd className="tabular-nums">{seq}</dd>
            <dt className="text-muted">{t("hash")}</dt>
            <dd className="flex min-w-0 items-start gap-1">
              <code className="min-w-0 font-mono wrap-anywhere select-all">{hash}</code>
              <CopyButton value={hash} name={t("theHash")} />
            </dd>
          </dl>
        </details>
      </td>
    </tr>
  );
}

function ObjectName({ subject, name }: { subject: AuditSubject | null; name: string }) {
  if (subject === null) return name;
  return (
    <Link href={HREFS[subject.kind](subject.id)} prefetch={false} className="text-accent hover:underline">
      {name}
    </Link>
  );
}

const HREFS: Record<AuditSubject["kind"], (id: string) => string> = {
  api_key: () => "/dashboard/settings/api-keys",
  audio_sources: (id) => `/dashboard/campaigns/${id}/audio-sources`,
  audit: (id) => `/dashboard/audits/${id}`,
  call: (id) => `/dashboard/calls/${id}`,
  campaign: (id) => `/dashboard/campaigns/${id}`,
  delivery: (id) => `/dashboard/reception/${id}`,
  dispute: (id) => `/dashboard/disputes/${id}`,
  operator: (id) => `/dashboard/operators/${id}`,
  scorecard: (id) => `/dashboard/campaigns/${id}/scorecard`,
  task: (id) => `/dashboard/tasks/${id}`,
};

/** The end of a uuid, which tells it from others made at the same time; anything else whole. */
function shortId(id: string): string {
  return /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) ? `…${id.slice(-6)}` : id;
}
