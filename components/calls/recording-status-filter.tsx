import Link from "next/link";
import { useTranslations } from "next-intl";
import type { MissingRecordingStatus } from "@/lib/calls/missing-recording-statuses";

type RecordingStatusFilterProps = { current: MissingRecordingStatus; links: { status: MissingRecordingStatus; href: string }[] };

/** Narrows the list of calls to recordings that were given up, or to those still on their way. */
export function RecordingStatusFilter({ current, links }: RecordingStatusFilterProps) {
  const t = useTranslations("calls");
  return (
    <nav aria-label={t("filter")} className="mb-3 flex w-fit rounded-lg border border-border p-0.5">
      {links.map(({ status, href }) => (
        <Link
          key={status}
          href={href}
          aria-current={status === current ? "true" : undefined}
          className="rounded-md px-2.5 py-1 text-muted hover:text-foreground aria-[current]:bg-default aria-[current]:text-foreground"
        >
          {t(`statuses.${status}`)}
        </Link>
      ))}
    </nav>
  );
}
