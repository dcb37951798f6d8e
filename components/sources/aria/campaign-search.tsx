"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SuggestionBox } from "@/components/ui/suggestion-box";
import { useSuggestions } from "@/components/ui/use-suggestions";
import type { MappableCampaign } from "@/lib/connections/find-mappable-campaigns";
import type { AriaActions } from "./aria-actions";

type CampaignSearchProps = {
  ownLabel: string | undefined;
  find: AriaActions["findCampaigns"];
  onChoose: (campaign: MappableCampaign | null) => void;
  onLeave: () => void;
  onCancel: () => void;
};

type Item = { id: string; name: string; campaign: MappableCampaign | null };

/** Finds a campaign that can take a connection's calls, asking the server as one types. */
export function CampaignSearch({ ownLabel, find, onChoose, onLeave, onCancel }: CampaignSearchProps) {
  const t = useTranslations("ariaSource.connections");
  const tCampaigns = useTranslations("campaigns");
  const [text, setText] = useState("");
  const found = useSuggestions(text, find) ?? [];
  const own: Item[] = ownLabel === undefined ? [] : [{ id: "own", name: ownLabel, campaign: null }];
  return (
    <SuggestionBox<Item>
      label={t("searchCampaign")}
      placeholder={t("searchCampaign")}
      noneFound={t("noneFound")}
      text={text}
      onType={setText}
      items={[...own, ...found.map((campaign) => ({ id: String(campaign.id), name: campaign.name, campaign }))]}
      onChoose={({ campaign }) => onChoose(campaign)}
      onLeave={onLeave}
      onCancel={onCancel}
      className="h-8 w-full sm:w-64"
    >
      {({ name, campaign }) =>
        campaign === null ? (
          <span className="text-muted italic">{name}</span>
        ) : (
          <span className="min-w-0">
            <span className="block truncate">{name}</span>
            <span className="block text-xs text-muted tabular-nums">{tCampaigns("number", { id: campaign.id })}</span>
          </span>
        )
      }
    </SuggestionBox>
  );
}
