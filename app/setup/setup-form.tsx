"use client";

import { Button } from "@heroui/react/button";
import { Description } from "@heroui/react/description";
import { Input } from "@heroui/react/input";
import { Label } from "@heroui/react/label";
import { TextField } from "@heroui/react/textfield";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import type { SetupProblem, SetupState } from "./actions";

type SetupFormProps = { action: (state: SetupState, form: FormData) => Promise<SetupState> };

export function SetupForm({ action }: SetupFormProps) {
  const [state, formAction, isPending] = useActionState(action, null);
  const t = useTranslations("setup");
  const field = fieldOf(state);
  return (
    // Each answer is a form anew, which moves the focus to the field that is wrong.
    <form action={formAction} className="flex flex-col gap-4" key={state?.attempt}>
      {state && <Problem problem={state.problem} />}
      <TextField name="name" fullWidth defaultValue={state?.name} isRequired autoFocus={field === "name"}>
        <Label>{t("name")}</Label>
        <Input autoComplete="name" maxLength={200} />
      </TextField>
      <TextField name="email" type="email" fullWidth defaultValue={state?.email} isRequired autoFocus={field === "email"}>
        <Label>{t("email")}</Label>
        <Input autoComplete="username" inputMode="email" maxLength={254} />
      </TextField>
      <TextField name="password" type="password" fullWidth isRequired autoFocus={field === "password"}>
        <Label>{t("password")}</Label>
        <Input autoComplete="new-password" />
        <Description>{t("passwordHelp")}</Description>
      </TextField>
      <Button type="submit" fullWidth isPending={isPending}>
        {t("submit")}
      </Button>
    </form>
  );
}

function Problem({ problem }: { problem: SetupProblem }) {
  const t = useTranslations("setup");
  const tSignIn = useTranslations("signIn");
  switch (problem) {
    case "alreadyDone":
      return (
        <FormProblem>
          {t("alreadyDone")}{" "}
          <Link href="/sign-in" className="underline">
            {tSignIn("title")}
          </Link>
        </FormProblem>
      );
    case "invalidName":
    case "invalidEmail":
    case "unavailable":
      return <FormProblem>{t(problem)}</FormProblem>;
    default:
      return (
        <FormProblem>
          {t("password")}: {t(`passwordProblems.${problem}`)}
        </FormProblem>
      );
  }
}

/** The field to go on with: the first one, or the one that the problem is about. */
function fieldOf(state: SetupState): "name" | "email" | "password" {
  if (state === null || state.problem === "invalidName") return "name";
  return state.problem === "invalidEmail" ? "email" : "password";
}
