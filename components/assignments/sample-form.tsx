"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { Panel } from "@/components/ui/panel";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { AuditKind } from "@/db/enums";
import type { SampleAuditor } from "@/lib/assignments/find-auditors";
import type { SamplePreview as Preview } from "@/lib/assignments/preview-sample";
import { AuditorQuotas } from "./auditor-quotas";
import { ChoiceField } from "./choice-field";
import type { SampleFormState } from "./sample-form-state";
import { SamplePreview } from "./sample-preview";
import { SeedField } from "./seed-field";
import { usePreview } from "./use-preview";

type SampleFormProps = {
  campaignId: number;
  campaignChoice: ReactNode;
  /** The day that it is in the campaign. */
  today: string;
  auditors: SampleAuditor[];
  /** One to begin with. */
  seed: string;
  create: (state: SampleFormState, form: FormData) => Promise<SampleFormState>;
  preview: (form: FormData) => Promise<Preview | null>;
};

const USUAL_DAYS = 7;

/** What to draw, of which days, and for whom; beside it what would be drawn, as one types. */
export function SampleForm({ campaignId, campaignChoice, today, auditors, seed, create, preview }: SampleFormProps) {
  const t = useTranslations("sampleForm");
  const { state, isPending, formProps } = useKeptForm(create, { status: "failed" });
  const [kind, setKind] = useState<AuditKind>("quality");
  const form = useRef<HTMLFormElement>(null);
  const shown = usePreview(form, preview);
  const errors = state?.status === "invalid" ? state.errors : {};
  const errorOf = (field: string) => errors[field] && t(`errors.${errors[field]}`);
  const input = inputVariants({ fullWidth: true });
  return (
    <form ref={form} {...formProps} onInput={shown.refresh} className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_minmax(0,28rem)]">
      <Panel className="flex flex-col gap-4 p-4">
        {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
        {state?.status === "refused" && <FormProblem>{t(`problems.${state.problem}`)}</FormProblem>}
        {campaignChoice}
        <FormField label={t("name")} help={t("nameHelp")} error={errorOf("name")}>
          {(wiring) => <input {...wiring} name="name" autoComplete="off" maxLength={120} className={input} />}
        </FormField>
        <ChoiceField
          label={t("kind")}
          name="kind"
          value={kind}
          onChange={setKind}
          options={[
            { value: "quality", label: t("kinds.quality"), help: t("kindHelp.quality") },
            { value: "calibration", label: t("kinds.calibration"), help: t("kindHelp.calibration") },
          ]}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField label={t("startsOn")} error={errorOf("startsOn")}>
            {(wiring) => <input {...wiring} type="date" name="startsOn" defaultValue={daysBefore(today, USUAL_DAYS)} className={input} />}
          </FormField>
          <FormField label={t("endsOn")} error={errorOf("endsOn")}>
            {(wiring) => <input {...wiring} type="date" name="endsOn" defaultValue={daysBefore(today, 1)} className={input} />}
          </FormField>
        </div>
        <ChoiceField
          label={t("stratification")}
          name="stratification"
          defaultValue="operator"
          options={[
            { value: "operator", label: t("stratifications.operator"), help: t("stratificationHelp.operator") },
            { value: "none", label: t("stratifications.none"), help: t("stratificationHelp.none") },
          ]}
        />
        <AuditorQuotas auditors={auditors} kind={kind} campaignId={campaignId} error={errorOf("quotas")} onChange={shown.refresh} />
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField label={t("dueOn")} help={t("dueHelp")} error={errorOf("dueOn")}>
            {(wiring) => <input {...wiring} type="date" name="dueOn" min={today} className={input} />}
          </FormField>
          <SeedField seed={seed} error={errorOf("seed")} onChange={shown.refresh} />
        </div>
        <div>
          <Button type="submit" isPending={isPending} isDisabled={auditors.length === 0}>
            {t("submit")}
          </Button>
        </div>
      </Panel>
      <Panel title={t("preview.title")} className="xl:sticky xl:top-4">
        <SamplePreview preview={shown.preview} isPending={shown.isPending} hasFailed={shown.hasFailed} campaignId={campaignId} />
      </Panel>
    </form>
  );
}

function daysBefore(day: string, count: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - count);
  return date.toISOString().slice(0, 10);
}
