"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { Role } from "@/db/enums";
import type { AssignableCampaign } from "@/lib/users/list-assignable-campaigns";
import type { LinkableOperator } from "@/lib/users/list-linkable-operators";
import type { InvitationInput } from "@/lib/users/user-input";
import { CampaignChecklist } from "./campaign-checklist";
import { InvitationReady } from "./invitation-ready";
import { OperatorField, type SuggestLinkableOperators } from "./operator-field";
import type { PersonFormState } from "./person-form-state";
import { RoleField } from "./role-field";

type PersonFormProps = {
  action: (state: PersonFormState, form: FormData) => Promise<PersonFormState>;
  /** Null for somebody to invite. */
  person: { name: string; role: Role; campaignIds: number[]; operator: LinkableOperator | null; isOwn: boolean } | null;
  campaigns: AssignableCampaign[];
  suggestOperators: SuggestLinkableOperators;
  peoplePath: string;
};

/** Who a person is here and what they may see. Somebody new gets a link, which stands in the form's place once it is made. */
export function PersonForm({ peoplePath, ...props }: PersonFormProps) {
  const [round, setRound] = useState(0);
  return <PersonFields key={round} {...props} peoplePath={peoplePath} onAnother={() => setRound(round + 1)} />;
}

function PersonFields({ action, person, campaigns, suggestOperators, peoplePath, onAnother }: PersonFormProps & { onAnother: () => void }) {
  const t = useTranslations("people.form");
  const tConflicts = useTranslations("people.conflicts");
  const { state, isPending, formProps } = useKeptForm(action, { status: "failed" });
  const [role, setRole] = useState<Role>(person?.role ?? "auditor");
  const refusal = state?.status === "refused" ? state.reason : null;
  const wordOf = (field: keyof InvitationInput): string | null => {
    if (refusal === "email_taken" && field === "email") return tConflicts(refusal);
    if (refusal === "operator_taken" && field === "operatorId") return tConflicts(refusal);
    if ((refusal === "own_role" || refusal === "last_admin") && field === "role") return tConflicts(refusal);
    const error = state?.status === "invalid" ? state.errors[field] : undefined;
    return error === undefined ? null : error === null ? t("failed") : t(`errors.${error}`);
  };

  if (state?.status === "invited")
    return <InvitationReady name={state.name} link={state.link} personHref={`${peoplePath}/${state.userId}`} onAnother={onAnother} />;
  return (
    <form {...formProps} className="flex flex-col gap-4">
      {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
      <FormField label={t("name")} error={wordOf("name")}>
        {(wiring) => (
          <input
            {...wiring}
            name="name"
            defaultValue={person?.name}
            autoComplete="off"
            maxLength={200}
            // biome-ignore lint/a11y/noAutofocus: the page of an invitation is nothing but this form.
            autoFocus={person === null}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      {person === null && (
        <FormField label={t("email")} help={t("emailHelp")} error={wordOf("email")}>
          {(wiring) => (
            <input
              {...wiring}
              type="text"
              inputMode="email"
              name="email"
              autoComplete="off"
              maxLength={254}
              className={inputVariants({ fullWidth: true })}
            />
          )}
        </FormField>
      )}
      <RoleField role={role} onChange={setRole} isOwn={person?.isOwn ?? false} error={wordOf("role")} />
      {role !== "admin" && <CampaignChecklist campaigns={campaigns} chosenIds={person?.campaignIds ?? []} error={wordOf("campaignIds")} />}
      {role === "agent" && <OperatorField linked={person?.operator ?? null} suggest={suggestOperators} error={wordOf("operatorId")} />}
      <SaveRow
        label={person === null ? t("submitInvite") : t("save")}
        isPending={isPending}
        savedLabel={state?.status === "saved" ? t("saved") : null}
      />
    </form>
  );
}
