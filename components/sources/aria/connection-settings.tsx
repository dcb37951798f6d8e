"use client";

import { inputVariants, labelVariants } from "@heroui/styles";
import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TimeZoneField } from "@/components/campaigns/time-zone-field";
import { CheckField } from "@/components/ui/check-field";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import type { ConnectionListItem } from "@/lib/connections/list-connections";
import type { AriaActions, ConnectionSettingsState } from "./aria-actions";
import { CampaignPicker } from "./campaign-picker";

type ConnectionSettingsProps = {
  connection: ConnectionListItem;
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
  save: (state: ConnectionSettingsState, form: FormData) => Promise<ConnectionSettingsState>;
  findCampaigns: AriaActions["findCampaigns"];
};

/** What people may say of a connection: closed until somebody wants to. */
export function ConnectionSettings(props: ConnectionSettingsProps) {
  const t = useTranslations("ariaSource.connections");
  const [isOpen, setIsOpen] = useState(false);
  const { name } = props.connection;
  return (
    <details className="group mt-3" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary
        className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-link"
        aria-label={t("settingsOf", { name })}
      >
        <ChevronRight aria-hidden className="size-4 group-open:rotate-90" />
        {t("settings")}
      </summary>
      {/* Not before: every zone there is stands in the form. */}
      {isOpen && <SettingsForm {...props} />}
    </details>
  );
}

function SettingsForm({ connection, installationTimeZone, timeZones, save, findCampaigns }: ConnectionSettingsProps) {
  const t = useTranslations("ariaSource.connections");
  const { state, isPending, formProps } = useKeptForm(save, { status: "invalid", problem: "failed" });
  const problem = state?.status === "invalid" ? state.problem : null;
  const isAboutName = problem === "name_missing" || problem === "name_too_long";
  const isAboutZone = problem === "unknown_time_zone";
  const { name, timeZone, makesCampaigns, takesPixels } = connection;
  return (
    <form {...formProps} className="mt-3 flex max-w-2xl flex-col gap-4 rounded-lg border border-separator p-4">
      {problem && !isAboutName && !isAboutZone && <FormProblem>{t(`errors.${problem}`)}</FormProblem>}
      <FormField label={t("name")} help={t("nameHelp")} error={isAboutName && t(`errors.${problem}`)}>
        {(wiring) => (
          <input
            {...wiring}
            name="name"
            defaultValue={name}
            autoComplete="off"
            maxLength={200}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <TimeZoneField
        defaultValue={timeZone}
        installationTimeZone={installationTimeZone}
        timeZones={timeZones}
        error={isAboutZone ? t("errors.unknown_time_zone") : null}
      />
      <DefaultCampaignField connection={connection} findCampaigns={findCampaigns} />
      <CheckField name="makesCampaigns" label={t("makesCampaigns")} help={t("makesCampaignsHelp")} isChecked={makesCampaigns} />
      <CheckField name="takesPixels" label={t("takesPixels")} help={t("takesPixelsHelp")} isChecked={takesPixels} />
      <SaveRow label={t("save")} isPending={isPending} savedLabel={state?.status === "saved" ? t("saved") : null} />
    </form>
  );
}

function DefaultCampaignField({ connection, findCampaigns }: Pick<ConnectionSettingsProps, "connection" | "findCampaigns">) {
  const t = useTranslations("ariaSource.connections");
  const { campaignId, campaignName } = connection;
  const [chosen, setChosen] = useState(campaignId === null ? null : { id: campaignId, name: campaignName ?? "" });
  const id = useId();
  return (
    <fieldset aria-describedby={id}>
      <legend className={labelVariants()}>{t("defaultCampaign")}</legend>
      <input type="hidden" name="campaignId" value={chosen?.id ?? ""} />
      <div className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-2">
        <span role="status" className="min-w-0 wrap-anywhere">
          {chosen === null ? t("noDefault") : chosen.name} {chosen && <span className="text-muted tabular-nums">#{chosen.id}</span>}
        </span>
        <CampaignPicker
          label={t("change")}
          longLabel={`${t("change")}: ${t("defaultCampaign")}`}
          find={findCampaigns}
          onChoose={(campaign) => campaign && setChosen(campaign)}
        />
      </div>
      <p id={id} className="mt-1 text-xs text-muted">
        {t("defaultCampaignHelp")}
      </p>
    </fieldset>
  );
}
