import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { PublishedVersion } from "@/lib/scorecards/get-scorecard";

type VersionListProps = {
  versions: PublishedVersion[];
  /** A count of so many stands for that many or more. */
  maxCount: number;
  timeZone: string | null;
  showHref: (number: number) => string;
  compareHref: (number: number) => string | null;
  exportPath: string;
};

/** The published versions, newest first: what each changed, who published it and when, and how many audits used it. */
export function VersionList({ versions, maxCount, timeZone, showHref, compareHref, exportPath }: VersionListProps) {
  const t = useTranslations("scorecardVersions");
  const format = useFormatter();
  return (
    <ol>
      {versions.map(({ number, note, publishedAt, publishedByName, auditCount }, index) => {
        const compare = compareHref(number);
        return (
          <li key={number} className="border-b border-separator px-4 py-3 last:border-b-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-medium tabular-nums">{t("version", { number })}</span>
              {index === 0 && <StatusChip tone="success">{t("current")}</StatusChip>}
              <span className="ms-auto flex gap-3 text-sm">
                <Link href={showHref(number)} className="text-link underline" aria-label={t("showNamed", { number })}>
                  {t("show")}
                </Link>
                <a
                  href={`${exportPath}?version=${number}`}
                  download
                  className="text-link underline"
                  aria-label={t("exportNamed", { number })}
                >
                  {t("export")}
                </a>
                {compare !== null && (
                  <Link href={compare} className="text-link underline" aria-label={t("changesNamed", { number })}>
                    {t("changes")}
                  </Link>
                )}
              </span>
            </div>
            {note !== "" && <p className="mt-1 whitespace-pre-line wrap-anywhere">{note}</p>}
            <p className="mt-1 text-sm text-muted">
              {publishedByName ?? t("system")} · <TimeWithZone value={publishedAt} timeZone={timeZone} isBrief /> ·{" "}
              {t("audits", { count: auditCount, formatted: format.number(auditCount), isMany: auditCount >= maxCount ? "yes" : "no" })}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
