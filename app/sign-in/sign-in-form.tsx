"use client";

import { Button } from "@heroui/react/button";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { TextField } from "@heroui/react/textfield";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import type { SignInState } from "./actions";

type SignInFormProps = { action: (state: SignInState, form: FormData) => Promise<SignInState>; nextPath: string };

export function SignInForm({ action, nextPath }: SignInFormProps) {
  const t = useTranslations("signIn");
  const [state, formAction, isPending] = useActionState(action, null);
  return (
    // Each answer is a form anew, which moves the focus to what is to be typed again.
    <form action={formAction} className="flex flex-col gap-4" key={state?.attempt}>
      <input type="hidden" name="next" value={nextPath} />
      {state && <FormProblem>{state.problem === "throttled" ? t("throttled", { minutes: state.minutes }) : t(state.problem)}</FormProblem>}
      <TextField name="email" type="email" fullWidth defaultValue={state?.email} autoFocus={!state?.email}>
        <Label>{t("email")}</Label>
        <Input autoComplete="username" inputMode="email" />
      </TextField>
      <TextField name="password" type="password" fullWidth autoFocus={Boolean(state?.email)}>
        <Label>{t("password")}</Label>
        <Input autoComplete="current-password" />
      </TextField>
      <Button type="submit" fullWidth isPending={isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}
