"use client";

import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { SaveRow } from "@/components/ui/save-row";
import type { PasswordProblem } from "@/lib/users/password-problem";

export type PasswordFormState =
  | null
  | { status: "changed" | "wrong" | "failed"; attempt: number }
  | { status: "throttled"; minutes: number; attempt: number }
  | { status: "weak"; passwordProblem: PasswordProblem; attempt: number };

type PasswordFormProps = { action: (state: PasswordFormState, form: FormData) => Promise<PasswordFormState>; email: string };

/** Gives oneself another password, once the current one was typed. Nothing typed stays on the screen. */
export function PasswordForm({ action, email }: PasswordFormProps) {
  const t = useTranslations("account.password");
  const tSetup = useTranslations("setup.passwordProblems");
  const [state, formAction, isPending] = useActionState(action, null);
  return (
    <form action={formAction} className="flex flex-col gap-4" key={state?.attempt}>
      {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
      {state?.status === "throttled" && <FormProblem>{t("throttled", { minutes: state.minutes })}</FormProblem>}
      <input type="hidden" name="username" value={email} autoComplete="username" />
      <FormField label={t("current")} error={state?.status === "wrong" && t("wrong")}>
        {(wiring) => (
          <input
            {...wiring}
            type="password"
            name="current"
            autoComplete="current-password"
            // biome-ignore lint/a11y/noAutofocus: after a wrong one, it is typed again.
            autoFocus={state?.status === "wrong"}
            className={inputVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <FormField label={t("new")} help={t("help")} error={state?.status === "weak" && tSetup(state.passwordProblem)}>
        {(wiring) => (
          <input {...wiring} type="password" name="new" autoComplete="new-password" className={inputVariants({ fullWidth: true })} />
        )}
      </FormField>
      <SaveRow label={t("submit")} isPending={isPending} savedLabel={state?.status === "changed" ? t("changed") : null} />
    </form>
  );
}
