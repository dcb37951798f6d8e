"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import type { AssignableCampaign } from "@/lib/users/list-assignable-campaigns";

/** From here on one looks for a campaign rather than reading all of them. */
const MANY = 8;

type CampaignChecklistProps = { campaigns: AssignableCampaign[]; chosenIds: number[]; error: string | null };

/** Which campaigns a person belongs to: the browser's own boxes named `campaign`, those chosen first. */
export function CampaignChecklist({ campaigns, chosenIds, error }: CampaignChecklistProps) {
  const t = useTranslations("people.form");
  const id = useId();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(() => new Set(chosenIds));
  const [inOrder] = useState(() => [...campaigns].sort((one, other) => Number(chosen.has(other.id)) - Number(chosen.has(one.id))));
  const toggle = (campaignId: number) => {
    const next = new Set(chosen);
    if (!next.delete(campaignId)) next.add(campaignId);
    setChosen(next);
  };
  const matches = (name: string) => operatorMatchKey(name).includes(operatorMatchKey(text));
  return (
    <fieldset aria-describedby={`${id}-help`} className="min-w-0">
      <legend className="mb-1 flex w-full items-baseline justify-between gap-3 text-sm font-medium">
        {t("campaigns")}
        <span className="text-xs font-normal text-muted tabular-nums">{t("campaignsChosen", { count: chosen.size })}</span>
      </legend>
      <div className="rounded-lg border border-border">
        {campaigns.length > MANY && (
          <div className="border-b border-separator p-2">
            <input
              type="search"
              value={text}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
              aria-label={t("campaignsFilter")}
              placeholder={t("campaignsFilter")}
              className={inputVariants({ className: "h-8", fullWidth: true })}
            />
          </div>
        )}
        <ul className="max-h-56 overflow-y-auto p-1">
          {inOrder.map((campaign) => (
            // Out of sight is not out of the form: what is chosen stays chosen.
            <li key={campaign.id} hidden={!matches(campaign.name)}>
              <label className="flex min-h-8 cursor-pointer items-center gap-2 rounded-md px-2 py-1 hover:bg-default">
                <input
                  type="checkbox"
                  name="campaign"
                  value={campaign.id}
                  checked={chosen.has(campaign.id)}
                  onChange={() => toggle(campaign.id)}
                  className="size-4 shrink-0 accent-accent"
                />
                <span className="min-w-0 flex-1 wrap-anywhere">{campaign.name}</span>
                <span className="text-xs text-muted tabular-nums">#{campaign.id}</span>
              </label>
            </li>
          ))}
          {campaigns.length === 0 && <li className="px-2 py-1 text-muted">{t("campaignsNone")}</li>}
        </ul>
      </div>
      <p id={`${id}-help`} className={`mt-1 text-xs ${error === null ? "text-muted" : "text-danger"}`}>
        {error ?? t("campaignsHelp")}
      </p>
    </fieldset>
  );
}
