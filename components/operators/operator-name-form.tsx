"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form-field";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import { type OperatorAction, UNANSWERED } from "./operator-form-state";
import { OperatorProblemText } from "./operator-problem-text";

type OperatorNameFormProps = {
  action: OperatorAction;
  /** Null for a new one. */
  operator: { id: string; name: string } | null;
};

/** The name of an operator. What was typed stays when it is not taken, and a name that is another's leads to them. */
export function OperatorNameForm({ action, operator }: OperatorNameFormProps) {
  const t = useTranslations("operators.form");
  const { state, isPending, formProps } = useKeptForm(action, UNANSWERED);
  const problem = state?.status === "refused" ? state.problem : null;
  const mergeHref = operator && ((otherId: string) => `/dashboard/operators/merge?source=${operator.id}&target=${otherId}`);

  return (
    <form {...formProps} className="flex flex-col gap-3 p-4">
      <FormField
        label={t("name")}
        help={operator ? t("nameHelp") : t("newNameHelp")}
        error={problem && <OperatorProblemText problem={problem} mergeHref={mergeHref} />}
      >
        {(wiring) => (
          <input
            {...wiring}
            name="name"
            defaultValue={operator?.name}
            autoComplete="off"
            maxLength={200}
            // biome-ignore lint/a11y/noAutofocus: the page of a new operator is nothing but this form.
            autoFocus={operator === null}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <SaveRow
        label={operator ? t("save") : t("create")}
        isPending={isPending}
        savedLabel={state?.status === "saved" ? t("saved") : null}
        variant={operator ? "outline" : "primary"}
      />
    </form>
  );
}
