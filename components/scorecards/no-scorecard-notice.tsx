import { ClipboardList } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Says of a campaign that nothing is published by which its calls could be audited, and leads to where that is done. */
export function NoScorecardNotice({ campaignId, mayEdit }: { campaignId: number; mayEdit: boolean }) {
  const t = useTranslations("scorecardNotice");
  return (
    <p className="mb-4 flex max-w-2xl items-start gap-2 rounded-lg bg-warning-soft px-3 py-2 text-warning-soft-foreground">
      <ClipboardList aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">
        {t("text")}{" "}
        <Link href={`/dashboard/campaigns/${campaignId}/scorecard`} className="underline">
          {t(mayEdit ? "link" : "linkOthers")}
        </Link>
      </span>
    </p>
  );
}
