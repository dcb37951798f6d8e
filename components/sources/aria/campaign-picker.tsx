"use client";

import { lazy, type ReactNode, Suspense } from "react";
import { useSearchField } from "@/components/ui/use-search-field";
import type { MappableCampaign } from "@/lib/connections/find-mappable-campaigns";
import type { AriaActions } from "./aria-actions";

const loadSearch = () => import("./campaign-search");
const CampaignSearch = lazy(async () => ({ default: (await loadSearch()).CampaignSearch }));

type CampaignPickerProps = {
  label: ReactNode;
  /** For those who do not see what stands beside the button. */
  longLabel: string;
  /** The words for "none of ours"; where they are missing, that can't be chosen. */
  ownLabel?: string;
  isPending?: boolean;
  find: AriaActions["findCampaigns"];
  /** Null: the connection's own. */
  onChoose: (campaign: MappableCampaign | null) => void;
};

/** A button that becomes a field to find one of our campaigns. What opens is loaded as one reaches for it. */
export function CampaignPicker({ label, longLabel, ownLabel, isPending = false, find, onChoose }: CampaignPickerProps) {
  const search = useSearchField();
  const closed = (
    <button
      ref={search.button}
      type="button"
      aria-disabled={isPending}
      aria-busy={isPending}
      aria-label={longLabel}
      onPointerEnter={loadSearch}
      onFocus={loadSearch}
      onClick={() => !isPending && search.open()}
      className="button button--sm button--outline"
    >
      {label}
    </button>
  );
  if (!search.isOpen) return closed;
  return (
    <Suspense fallback={closed}>
      <CampaignSearch
        ownLabel={ownLabel}
        find={find}
        onLeave={search.leave}
        onCancel={search.goBack}
        onChoose={(campaign) => {
          search.goBack();
          onChoose(campaign);
        }}
      />
    </Suspense>
  );
}
