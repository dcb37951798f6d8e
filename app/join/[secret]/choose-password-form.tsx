"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import type { ChoosePasswordState } from "../actions";

type ChoosePasswordFormProps = { action: (state: ChoosePasswordState, form: FormData) => Promise<ChoosePasswordState>; email: string };

/** The password that one signs in with from now on. The e-mail is there for those who let their browser keep both. */
export function ChoosePasswordForm({ action, email }: ChoosePasswordFormProps) {
  const t = useTranslations("join");
  const tSetup = useTranslations("setup");
  const [state, formAction, isPending] = useActionState(action, null);
  const error = state && "passwordProblem" in state ? tSetup(`passwordProblems.${state.passwordProblem}`) : null;
  return (
    // Each answer is a form anew, which moves the focus to what is to be typed again.
    <form action={formAction} className="flex flex-col gap-4" key={state?.attempt}>
      {state && "problem" in state && (
        <FormProblem>{state.problem === "throttled" ? t("throttled", { minutes: state.minutes }) : t("unavailable")}</FormProblem>
      )}
      <FormField label={t("email")}>
        {(wiring) => (
          <input
            {...wiring}
            name="username"
            value={email}
            readOnly
            autoComplete="username"
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <FormField label={t("password")} help={tSetup("passwordHelp")} error={error}>
        {(wiring) => (
          <input
            {...wiring}
            type="password"
            name="password"
            autoComplete="new-password"
            // biome-ignore lint/a11y/noAutofocus: the page is nothing but this field.
            autoFocus
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <Button type="submit" fullWidth isPending={isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}
