"use client";

import { Button } from "@heroui/react/button";
import { inputVariants, labelVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import type { MappableCampaign } from "@/lib/connections/find-mappable-campaigns";
import type { AriaActions, MapProblem } from "./aria-actions";
import { CampaignPicker } from "./campaign-picker";

type MapBeforehandProps = {
  ownLabel: string;
  map: (externalId: string, campaignId: number | null) => ReturnType<AriaActions["map"]>;
  findCampaigns: AriaActions["findCampaigns"];
};

/** Maps a campaign of the platform's that no call has named yet. */
export function MapBeforehand({ ownLabel, map, findCampaigns }: MapBeforehandProps) {
  const t = useTranslations("ariaSource");
  const [isPending, startMapping] = useTransition();
  const [chosen, setChosen] = useState<MappableCampaign | null>(null);
  const [outcome, setOutcome] = useState<MapProblem | "missing" | "done" | null>(null);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const externalId = String(new FormData(form).get("externalId") ?? "").trim();
    if (externalId === "") return setOutcome("missing");
    startMapping(async () => {
      const problem = await map(externalId, chosen?.id ?? null);
      setOutcome(problem ?? "done");
      if (problem) return;
      form.reset();
      setChosen(null);
    });
  };

  return (
    <details className="border-t border-separator px-4 py-3">
      <summary className="w-fit cursor-pointer rounded-sm text-link">{t("campaigns.beforehand.title")}</summary>
      <form onSubmit={submit} noValidate className="mt-3 flex flex-col gap-4">
        {outcome !== null && outcome !== "missing" && outcome !== "done" && <FormProblem>{t(`connections.errors.${outcome}`)}</FormProblem>}
        <div className="grid gap-4 md:grid-cols-2">
          <FormField
            label={t("campaigns.beforehand.id")}
            help={t("campaigns.beforehand.idHelp")}
            error={outcome === "missing" && t("campaigns.beforehand.missing")}
          >
            {(wiring) => (
              <input {...wiring} name="externalId" autoComplete="off" maxLength={200} className={inputVariants({ fullWidth: true })} />
            )}
          </FormField>
          <fieldset className="min-w-0">
            <legend className={labelVariants()}>{t("campaigns.beforehand.ours")}</legend>
            <div className="mt-1 flex min-h-9 flex-wrap items-center gap-x-3 gap-y-2">
              <span role="status" className="min-w-0 wrap-anywhere">
                {chosen?.name ?? ownLabel} {chosen && <span className="text-muted tabular-nums">#{chosen.id}</span>}
              </span>
              <CampaignPicker
                label={t("campaigns.change")}
                longLabel={`${t("campaigns.change")}: ${t("campaigns.beforehand.ours")}`}
                ownLabel={ownLabel}
                find={findCampaigns}
                onChoose={setChosen}
              />
            </div>
          </fieldset>
        </div>
        <div className="flex items-center gap-3">
          <Button type="submit" variant="outline" isPending={isPending}>
            {t("campaigns.beforehand.submit")}
          </Button>
          <span role="status" className="text-success-soft-foreground">
            {!isPending && outcome === "done" && t("campaigns.beforehand.done")}
          </span>
        </div>
      </form>
    </details>
  );
}
