"use client";

import { Button } from "@heroui/react/button";
import { inputVariants, textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useActionState } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import type { CampaignInput, CampaignInputError } from "@/lib/campaigns/campaign-input";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import { TimeZoneField } from "./time-zone-field";

export type CampaignFormState =
  | null
  | { status: "saved" | "failed" }
  | { status: "invalid"; errors: Partial<Record<keyof CampaignInput, CampaignInputError | null>> };

type CampaignFormProps = {
  action: (state: CampaignFormState, form: FormData) => Promise<CampaignFormState>;
  /** Null for a new one. */
  campaign: CampaignInput | null;
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
};

/** Name, description and time zone of a campaign. What was typed stays when it is not taken. */
export function CampaignForm({ action, campaign, installationTimeZone, timeZones }: CampaignFormProps) {
  const t = useTranslations("campaigns.form");
  const [state, formAction, isPending] = useActionState(action, null);
  const errors = state?.status === "invalid" ? state.errors : {};
  const wordOf = (field: keyof CampaignInput) => {
    const error = errors[field];
    return error === undefined ? null : error === null ? t("failed") : t(`errors.${error}`);
  };

  // React empties a form after its action; sent this way, it keeps what was typed. Without script the action alone does.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    startTransition(() => formAction(form));
  };

  return (
    <form action={formAction} onSubmit={submit} className="flex flex-col gap-4">
      {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
      <FormField label={t("name")} error={wordOf("name")}>
        {(wiring) => (
          <input
            {...wiring}
            name="name"
            defaultValue={campaign?.name}
            autoComplete="off"
            maxLength={200}
            // biome-ignore lint/a11y/noAutofocus: the page of a new campaign is nothing but this form.
            autoFocus={campaign === null}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <FormField label={t("description")} help={t("descriptionHelp")} error={wordOf("description")}>
        {(wiring) => (
          <textarea
            {...wiring}
            name="description"
            rows={3}
            defaultValue={campaign?.description}
            className={textAreaVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <TimeZoneField
        defaultValue={campaign?.timeZone ?? null}
        installationTimeZone={installationTimeZone}
        timeZones={timeZones}
        error={wordOf("timeZone")}
      />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" isPending={isPending}>
          {campaign === null ? t("create") : t("save")}
        </Button>
        <span role="status" className="text-success-soft-foreground">
          {state?.status === "saved" && !isPending && t("saved")}
        </span>
      </div>
    </form>
  );
}
