"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useTransition } from "react";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";

type CampaignChoiceProps = { campaigns: { id: number; name: string }[]; campaignId: number };

/** Which campaign a sample is drawn of. Another one has other auditors: the page is made anew. */
export function CampaignChoice({ campaigns, campaignId }: CampaignChoiceProps) {
  const t = useTranslations("sampleForm");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  return (
    <FormField label={t("campaign")}>
      {(wiring) => (
        <NativeSelect
          {...wiring}
          value={campaignId}
          disabled={isPending}
          onChange={(event) => {
            const id = event.target.value;
            startTransition(() => router.replace(`/dashboard/assignments/new?campaign=${id}`));
          }}
        >
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} · #{id}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
