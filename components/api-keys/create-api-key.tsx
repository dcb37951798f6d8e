"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { ApiKeyInputError } from "@/lib/api-keys/api-key-input";
import { NewKeyDialog } from "./new-key-dialog";

/** A key that was just made is here, and nowhere else, until its dialog closes. */
export type CreateApiKeyState = null | { id: string; key: string } | { problem: ApiKeyInputError | "failed" };

type CreateApiKeyProps = {
  action: (state: CreateApiKeyState, form: FormData) => Promise<CreateApiKeyState>;
  timeZone: string;
};

/** Makes a key, and shows it for the only time. */
export function CreateApiKey({ action, timeZone }: CreateApiKeyProps) {
  const t = useTranslations("apiKeys");
  const { state, isPending, formProps } = useKeptForm(action, { problem: "failed" });
  const problem = state && "problem" in state ? state.problem : null;
  const created = state && "key" in state ? state : null;
  const isAboutName = problem === "name_missing" || problem === "name_too_long";
  const isAboutExpiry = problem === "expiry_past" || problem === "expiry_invalid";

  return (
    <>
      {problem === "failed" && (
        <div className="px-4 pt-4">
          <FormProblem>{t("errors.failed")}</FormProblem>
        </div>
      )}
      <form
        // A key was made: the next one starts from an empty form.
        key={created?.id}
        {...formProps}
        className="flex flex-col gap-4 p-4 md:flex-row md:items-start"
      >
        <FormField label={t("name")} help={t("nameHelp")} error={isAboutName && t(`errors.${problem}`)} className="min-w-0 flex-1">
          {(wiring) => <input {...wiring} name="name" autoComplete="off" maxLength={200} className={inputVariants({ fullWidth: true })} />}
        </FormField>
        <FormField
          label={t("expiry")}
          help={t("expiryHelp", { zone: timeZone })}
          error={isAboutExpiry && t(`errors.${problem}`)}
          className="md:w-72"
        >
          {(wiring) => <input {...wiring} type="date" name="expiresOn" className={inputVariants({ fullWidth: true })} />}
        </FormField>
        <Button type="submit" isPending={isPending} className="md:mt-6">
          {t("create")}
        </Button>
      </form>
      <p className="px-4 pb-4 text-xs text-muted">{t("opens")}</p>
      {created && <NewKeyDialog key={created.key} apiKey={created.key} />}
    </>
  );
}
