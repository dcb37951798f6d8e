"use client";

import { Button } from "@heroui/react/button";
import { inputVariants, labelVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { OperatorPicker, type PickedOperator, type SuggestPickedOperators } from "@/components/operators/operator-picker";
import { answerOr } from "@/components/ui/answer-or";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { NativeSelect } from "@/components/ui/native-select";
import { CONTACT_CHANNELS } from "@/db/enums";
import type { AuditableCampaign } from "@/lib/audits/list-auditable-campaigns";
import { ConfirmContact } from "./confirm-contact";
import type { ManualAuditProblem, ManualContact, OpenManualAudit } from "./manual-audit-state";

type ManualAuditFormProps = { campaigns: AuditableCampaign[]; suggest: SuggestPickedOperators; open: OpenManualAudit };

/** Which contact is audited by hand, asked for, shown once more, and then opened. */
export function ManualAuditForm({ campaigns, suggest, open }: ManualAuditFormProps) {
  const t = useTranslations("manualAudit");
  const tChannels = useTranslations("contactChannels");
  const [contact, setContact] = useState<ManualContact>({
    ...{
      campaignId: campaigns.length === 1 ? String(campaigns[0]?.id) : "",
      operator: null,
      channel: "chat",
      contactAt: "",
      reference: "",
    },
  });
  const [isConfirming, setIsConfirming] = useState(false);
  const [problem, setProblem] = useState<ManualAuditProblem | null>(null);
  const [isPending, startTransition] = useTransition();
  const change = (part: Partial<ManualContact>) => {
    setContact({ ...contact, ...part });
    setProblem(null);
  };
  const campaign = campaigns.find(({ id }) => String(id) === contact.campaignId);
  const { operator } = contact;
  const send = () =>
    startTransition(async () => {
      const { operator: whose, ...rest } = contact;
      const refusal = await answerOr(open({ ...rest, operatorId: whose?.id ?? "" }), "failed");
      setProblem(refusal);
      setIsConfirming(false);
    });
  if (isConfirming && campaign && operator)
    return (
      <ConfirmContact
        contact={{ ...contact, campaignName: campaign.name, operatorName: operator.name, timeZone: campaign.timeZone }}
        isPending={isPending}
        onBack={() => setIsConfirming(false)}
        onConfirm={send}
      />
    );
  const errorOf = (one: ManualAuditProblem) => problem === one && t(`problems.${one}`);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const missing = !campaign ? "campaign" : !operator ? "operator" : contact.contactAt === "" ? "when" : null;
        setProblem(missing);
        setIsConfirming(missing === null);
      }}
      className="flex flex-col gap-4 p-4"
    >
      {(problem === "failed" || problem === "no_scorecard" || problem === "merged_away") && (
        <FormProblem>{t(`problems.${problem}`)}</FormProblem>
      )}
      <FormField label={t("campaign")} error={errorOf("campaign")}>
        {(wiring) => (
          <NativeSelect {...wiring} value={contact.campaignId} onChange={(event) => change({ campaignId: event.target.value })}>
            <option value="">{t("chooseCampaign")}</option>
            {campaigns.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <OperatorField
        operator={operator}
        error={errorOf("operator")}
        suggest={suggest}
        onChoose={(chosen) => change({ operator: chosen })}
      />
      <FormField label={t("channel")}>
        {(wiring) => (
          <NativeSelect {...wiring} value={contact.channel} onChange={(event) => change({ channel: event.target.value })}>
            {CONTACT_CHANNELS.map((channel) => (
              <option key={channel} value={channel}>
                {tChannels(channel)}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <FormField
        label={t("when")}
        help={campaign ? t("whenHelp", { timeZone: campaign.timeZone }) : t("whenHelpNone")}
        error={errorOf("when")}
      >
        {(wiring) => (
          <input
            {...wiring}
            type="datetime-local"
            value={contact.contactAt}
            onChange={(event) => change({ contactAt: event.target.value })}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <FormField label={t("reference")} help={t("referenceHelp")} error={errorOf("reference")}>
        {(wiring) => (
          <input
            {...wiring}
            value={contact.reference}
            maxLength={120}
            autoComplete="off"
            onChange={(event) => change({ reference: event.target.value })}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <Button type="submit" className="self-start">
        {t("next")}
      </Button>
    </form>
  );
}

type OperatorFieldProps = {
  operator: ManualContact["operator"];
  error: string | false;
  suggest: SuggestPickedOperators;
  onChoose: (operator: PickedOperator) => void;
};

function OperatorField({ operator, error, suggest, onChoose }: OperatorFieldProps) {
  const t = useTranslations("manualAudit");
  const id = useId();
  return (
    <div className="flex flex-col gap-1">
      <span id={`${id}-label`} className={labelVariants({ isInvalid: Boolean(error) })}>
        {t("operator")}
      </span>
      <OperatorPicker
        words={{ label: t("operator"), choose: t("operatorPlaceholder"), noneFound: t("operatorNone") }}
        labelId={`${id}-label`}
        helpId={error ? `${id}-error` : undefined}
        operator={operator}
        suggest={suggest}
        onChoose={onChoose}
      />
      {error && (
        <span id={`${id}-error`} className="text-xs text-danger">
          {error}
        </span>
      )}
    </div>
  );
}
