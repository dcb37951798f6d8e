"use client";

import { Button } from "@heroui/react/button";
import { Description } from "@heroui/react/description";
import { FieldError } from "@heroui/react/field-error";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { TextArea } from "@heroui/react/textarea";
import { TextField } from "@heroui/react/textfield";
import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useActionState } from "react";
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
      <TextField
        validationBehavior="aria"
        name="name"
        defaultValue={campaign?.name}
        isInvalid={errors.name !== undefined}
        fullWidth
        autoFocus={campaign === null}
      >
        <Label>{t("name")}</Label>
        <Input autoComplete="off" maxLength={200} />
        <FieldError>{wordOf("name")}</FieldError>
      </TextField>
      <TextField
        validationBehavior="aria"
        name="description"
        defaultValue={campaign?.description}
        isInvalid={errors.description !== undefined}
        fullWidth
      >
        <Label>{t("description")}</Label>
        <TextArea rows={3} />
        <Description>{t("descriptionHelp")}</Description>
        <FieldError>{wordOf("description")}</FieldError>
      </TextField>
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
