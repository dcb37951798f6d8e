"use client";

import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import type { AriaActions, MapProblem } from "./aria-actions";
import { CampaignPicker } from "./campaign-picker";

type MapCampaignProps = {
  /** What the platform calls it. */
  name: string;
  ownLabel: string;
  map: (campaignId: number | null) => ReturnType<AriaActions["map"]>;
  findCampaigns: AriaActions["findCampaigns"];
};

/** Chooses which of our campaigns one of the platform's is, or none, as soon as it is chosen. */
export function MapCampaign({ name, ownLabel, map, findCampaigns }: MapCampaignProps) {
  const t = useTranslations("ariaSource");
  const [isPending, startMapping] = useTransition();
  const [problem, setProblem] = useState<MapProblem | null>(null);
  return (
    <>
      <CampaignPicker
        label={t("campaigns.change")}
        longLabel={t("campaigns.changeNamed", { name })}
        ownLabel={ownLabel}
        isPending={isPending}
        find={findCampaigns}
        onChoose={(campaign) => startMapping(async () => setProblem(await map(campaign?.id ?? null)))}
      />
      <span role="alert" className="text-danger empty:hidden">
        {problem && t(`connections.errors.${problem}`)}
      </span>
    </>
  );
}
