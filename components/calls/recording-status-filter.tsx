import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import type { MissingRecordingStatus } from "@/lib/calls/missing-recording-statuses";

type RecordingStatusFilterProps = { current: MissingRecordingStatus; links: { status: MissingRecordingStatus; href: string }[] };

/** Narrows the list of calls to recordings that were given up, or to those still on their way. */
export function RecordingStatusFilter({ current, links }: RecordingStatusFilterProps) {
  const t = useTranslations("calls");
  const choices = links.map(({ status, href }) => ({ label: t(`statuses.${status}`), href, isCurrent: status === current }));
  return <ChoiceLinks label={t("filter")} choices={choices} className="mb-3 w-fit" />;
}
