import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SamplePreview as Preview } from "@/lib/assignments/preview-sample";
import { DrawPicture } from "./draw-picture";

type SamplePreviewProps = { preview: Preview | null; isPending: boolean; hasFailed: boolean; campaignId: number };

/** What would be drawn: how many calls there are, why others are left out, and who gives how many. */
export function SamplePreview({ preview, isPending, hasFailed, campaignId }: SamplePreviewProps) {
  const t = useTranslations("sampleForm.preview");
  const format = useFormatter();
  if (hasFailed) return <p className="p-4 text-danger-soft-foreground">{t("failed")}</p>;
  if (!preview) return <p className="p-4 text-muted">{isPending ? t("loading") : t("incomplete")}</p>;
  const { callCount, auditedCount, assignedCount, drawableCount, drawnCount, wantedCount, hasScorecard, operators } = preview;
  return (
    <div aria-busy={isPending} className="flex flex-col gap-4 p-4 transition-opacity delay-100 aria-busy:opacity-60">
      <p role="status" className="text-base font-semibold tabular-nums">
        {t("drawn", { drawn: drawnCount, total: drawableCount })}
      </p>
      {!hasScorecard && (
        <Notice>
          {t("noScorecard")}{" "}
          <Link href={`/dashboard/campaigns/${campaignId}/scorecard`} className="underline">
            {t("toCampaign")}
          </Link>
        </Notice>
      )}
      {drawnCount < wantedCount && <Notice>{t("tooFew", { wanted: wantedCount, drawn: drawnCount })}</Notice>}
      <dl className="grid grid-cols-[1fr_max-content] gap-x-4 gap-y-1 text-[0.8125rem] tabular-nums">
        {(
          [
            ["recorded", callCount],
            ["audited", auditedCount],
            ["assigned", assignedCount],
            ["drawable", drawableCount],
          ] as const
        ).map(([name, count]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{t(name)}</dt>
            <dd className="text-end">{format.number(count)}</dd>
          </div>
        ))}
      </dl>
      {operators.length > 0 && (
        <section aria-label={t("byOperator")}>
          <h3 className="mb-2 text-[0.8125rem] font-semibold">{t("byOperator")}</h3>
          <DrawPicture operators={operators.map(({ drawableCount: ofCount, ...operator }) => ({ ...operator, ofCount }))} />
        </section>
      )}
    </div>
  );
}

function Notice({ children }: { children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 rounded-lg bg-warning-soft px-3 py-2 text-warning-soft-foreground">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span className="min-w-0">{children}</span>
    </p>
  );
}
