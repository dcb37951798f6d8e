"use client";

import { useTranslations } from "next-intl";
import { useQueryStates } from "nuqs";
import { type ReactNode, useTransition } from "react";
import { NativeSelect } from "@/components/ui/native-select";
import { disputeSearchParams } from "./search-params";

type DisputeFilterBarProps = {
  campaigns: { id: number; name: string }[];
  operators: { id: string; name: string }[];
  /** Which states are shown. */
  choices: ReactNode;
  /** The list, which is dimmed while another one is fetched. */
  children: ReactNode;
};

/** What the list of disputes is narrowed to. It lives in the address alone. */
export function DisputeFilterBar({ campaigns, operators, choices, children }: DisputeFilterBarProps) {
  const t = useTranslations("disputes.list.filters");
  const [isPending, startTransition] = useTransition();
  const [params, setParams] = useQueryStates(disputeSearchParams, { shallow: false, startTransition });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        {choices}
        <div className="grow basis-40 sm:max-w-60">
          <NativeSelect
            aria-label={t("campaign")}
            value={params.campaign ?? ""}
            onChange={({ target }) => setParams({ campaign: target.value === "" ? null : Number(target.value), page: null })}
          >
            <option value="">{t("anyCampaign")}</option>
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </div>
        <div className="grow basis-40 sm:max-w-60">
          <NativeSelect
            aria-label={t("operator")}
            value={params.operator ?? ""}
            onChange={({ target }) => setParams({ operator: target.value || null, page: null })}
          >
            <option value="">{t("anyOperator")}</option>
            {operators.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </div>
      </div>
      <div aria-busy={isPending} className="transition-opacity delay-100 aria-busy:opacity-60">
        {children}
      </div>
    </>
  );
}
