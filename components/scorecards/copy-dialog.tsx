"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { type Ref, useId, useState, useTransition } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { NativeSelect } from "@/components/ui/native-select";
import type { ScorecardCampaign } from "@/lib/scorecards/list-scorecard-campaigns";
import type { DuplicateScorecardResult } from "./scorecard-actions";

type CopyDialogProps = {
  ref: Ref<HTMLDialogElement>;
  title: string;
  description: string;
  campaigns: ScorecardCampaign[];
  /** Once `isConfirmed`, a draft that is in the way is replaced. */
  copy: (campaignId: number, isConfirmed: boolean) => Promise<DuplicateScorecardResult>;
};

/** Chooses the campaign that a scorecard is copied from or to. */
export function CopyDialog({ ref, title, description, campaigns, copy }: CopyDialogProps) {
  const t = useTranslations("scorecard.copy");
  const id = useId();
  const [campaignId, setCampaignId] = useState(campaigns[0]?.id ?? 0);
  const [result, setResult] = useState<DuplicateScorecardResult["status"] | null>(null);
  const [isPending, startCopying] = useTransition();
  const submit = () =>
    startCopying(async () => {
      const copied = await copy(campaignId, result === "has_draft").catch(() => ({ status: "failed" as const }));
      setResult(copied.status);
    });
  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      onClose={() => setResult(null)}
      className="m-auto w-[min(30rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
    >
      <h2 id={`${id}-title`} className="text-base font-semibold">
        {title}
      </h2>
      <form method="dialog" className="mt-1 flex flex-col gap-3">
        <p className="text-muted">{description}</p>
        <FormField label={t("campaign")}>
          {(wiring) => (
            <NativeSelect
              {...wiring}
              value={campaignId}
              onChange={(event) => {
                setCampaignId(Number(event.target.value));
                setResult(null);
              }}
            >
              {campaigns.map((campaign) => (
                <option key={campaign.id} value={campaign.id}>
                  {campaign.name} (#{campaign.id})
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        {result === "copied" && (
          <p role="status" className="text-success-soft-foreground">
            {t("copied")}{" "}
            <a href={`/dashboard/campaigns/${campaignId}/scorecard`} className="underline">
              {t("open")}
            </a>
          </p>
        )}
        {result !== null && result !== "copied" && <FormProblem>{t(`problems.${result}`)}</FormProblem>}
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          <Button type="submit" variant="outline">
            {t(result === "copied" ? "close" : "cancel")}
          </Button>
          {result !== "copied" && (
            <Button isPending={isPending} variant={result === "has_draft" ? "danger" : "primary"} onPress={submit}>
              {t(result === "has_draft" ? "replace" : "submit")}
            </Button>
          )}
        </div>
      </form>
    </dialog>
  );
}
