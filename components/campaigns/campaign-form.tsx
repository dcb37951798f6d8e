"use client";

import { inputVariants, textAreaVariants } from "@heroui/styles";
import { useFormatter, useTranslations } from "next-intl";
import { useRef } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { CampaignInput, CampaignInputProblem } from "@/lib/campaigns/campaign-input";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import { ConfirmRetention, type UnconfirmedRetention } from "./confirm-retention";
import { TimeZoneField } from "./time-zone-field";

export type CampaignFormState =
  | null
  | { status: "saved" | "failed" }
  | ({ status: "unconfirmed" } & UnconfirmedRetention)
  | { status: "invalid"; errors: Partial<Record<keyof CampaignInput, CampaignInputProblem>> };

type CampaignFormProps = {
  action: (state: CampaignFormState, form: FormData) => Promise<CampaignFormState>;
  /** Null for a new one. */
  campaign: CampaignInput | null;
  defaultPassingScore: number;
  defaultDisputeDays: number;
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
};

/** What people may say of a campaign. What was typed stays when it is not taken. */
export function CampaignForm({
  action,
  campaign,
  defaultPassingScore,
  defaultDisputeDays,
  installationTimeZone,
  timeZones,
}: CampaignFormProps) {
  const t = useTranslations("campaigns.form");
  const format = useFormatter();
  const form = useRef<HTMLFormElement>(null);
  const { state, isPending, formProps, send } = useKeptForm(action, { status: "failed" });
  const errors = state?.status === "invalid" ? state.errors : {};
  const wordOf = (field: keyof CampaignInput) => {
    const problem = errors[field];
    if (!problem) return null;
    const { error, address } = problem;
    return error === null ? t("failed") : t(`errors.${error}`, { address });
  };

  const confirmRetention = (retentionDays: number) => {
    const fields = new FormData(form.current ?? undefined);
    fields.set("confirmedRetentionDays", String(retentionDays));
    send(fields);
  };

  return (
    <>
      <form ref={form} {...formProps} className="flex flex-col gap-4">
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
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField label={t("passingScore")} help={t("passingScoreHelp")} error={wordOf("passingScore")}>
            {(wiring) => (
              <input
                {...wiring}
                name="passingScore"
                inputMode="decimal"
                autoComplete="off"
                maxLength={10}
                defaultValue={format.number(campaign?.passingScore ?? defaultPassingScore, { maximumFractionDigits: 2 })}
                className={inputVariants({ fullWidth: true, className: "tabular-nums" })}
              />
            )}
          </FormField>
          <FormField label={t("retentionDays")} help={t("retentionDaysHelp")} error={wordOf("retentionDays")}>
            {(wiring) => (
              <input
                {...wiring}
                name="retentionDays"
                inputMode="numeric"
                autoComplete="off"
                maxLength={10}
                defaultValue={campaign?.retentionDays ?? ""}
                className={inputVariants({ fullWidth: true, className: "tabular-nums" })}
              />
            )}
          </FormField>
        </div>
        <FormField label={t("disputeDays")} help={t("disputeDaysHelp")} error={wordOf("disputeDays")}>
          {(wiring) => (
            <input
              {...wiring}
              name="disputeDays"
              inputMode="numeric"
              autoComplete="off"
              maxLength={10}
              defaultValue={campaign?.disputeDays ?? defaultDisputeDays}
              className={inputVariants({ fullWidth: true, className: "tabular-nums" })}
            />
          )}
        </FormField>
        <TimeZoneField
          defaultValue={campaign?.timeZone ?? null}
          installationTimeZone={installationTimeZone}
          timeZones={timeZones}
          error={wordOf("timeZone")}
        />
        <FormField label={t("supervisorEmails")} help={t("supervisorEmailsHelp")} error={wordOf("supervisorEmails")}>
          {(wiring) => (
            <textarea
              {...wiring}
              name="supervisorEmails"
              rows={2}
              spellCheck={false}
              autoComplete="off"
              defaultValue={campaign?.supervisorEmails.join("\n")}
              className={textAreaVariants({ fullWidth: true })}
            />
          )}
        </FormField>
        <SaveRow
          label={campaign === null ? t("create") : t("save")}
          isPending={isPending}
          savedLabel={state?.status === "saved" ? t("saved") : null}
        />
      </form>
      {campaign !== null && (
        <ConfirmRetention unconfirmed={state?.status === "unconfirmed" ? state : null} isPending={isPending} onConfirm={confirmRetention} />
      )}
    </>
  );
}
