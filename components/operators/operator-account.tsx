"use client";

import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { LinkableUser } from "@/lib/operators/list-linkable-users";
import { type OperatorAction, UNANSWERED } from "./operator-form-state";
import { OperatorProblemText } from "./operator-problem-text";

type OperatorAccountProps = { action: OperatorAction; user: LinkableUser | null; users: LinkableUser[] };

/** Which agent's account sees the operator's calls as its own. */
export function OperatorAccount({ action, user, users }: OperatorAccountProps) {
  const t = useTranslations("operators.account");
  const { state, isPending, formProps } = useKeptForm(action, UNANSWERED);
  // The one who is linked, even where the viewer could not choose them.
  const offered = user && !users.some(({ id }) => id === user.id) ? [user, ...users] : users;

  return (
    <form {...formProps} className="flex flex-col gap-3 p-4">
      <FormField label={t("label")} help={t("help")} error={state?.status === "refused" && <OperatorProblemText problem={state.problem} />}>
        {(wiring) => (
          <NativeSelect {...wiring} key={user?.id} name="user" defaultValue={user?.id ?? ""}>
            <option value="">{t("none")}</option>
            {offered.map(({ id, name, email }) => (
              <option key={id} value={id}>
                {name} · {email}
              </option>
            ))}
          </NativeSelect>
        )}
      </FormField>
      <SaveRow label={t("save")} isPending={isPending} savedLabel={state?.status === "saved" ? t("saved") : null} variant="outline" />
    </form>
  );
}
