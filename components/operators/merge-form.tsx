"use client";

import { Button } from "@heroui/react/button";
import { GitMerge } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/ui/form-problem";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { MergePreview } from "@/lib/operators/merging/preview-merge";
import { type OperatorAction, UNANSWERED } from "./operator-form-state";
import { OperatorProblemText } from "./operator-problem-text";

/** Merges what the preview shows; where both have an account, once it is said which stays. */
export function MergeForm({ action, preview }: { action: OperatorAction; preview: MergePreview }) {
  const t = useTranslations("operators.merge");
  const { state, isPending, formProps } = useKeptForm(action, UNANSWERED);
  return (
    <form {...formProps} className="mt-4 flex flex-col gap-3">
      {state?.status === "refused" && (
        <FormProblem>
          <OperatorProblemText problem={state.problem} />
        </FormProblem>
      )}
      {preview.areBothLinked && (
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium">{t("keepUser")}</legend>
          {(["target", "source"] as const).map((side) => (
            <label key={side} className="flex items-center gap-2">
              <input type="radio" name="keepUserOf" value={side} required className="size-4 accent-accent" />
              <span className="wrap-anywhere">
                {preview[side].user?.name} <span className="text-muted">· {preview[side].user?.email}</span>
              </span>
            </label>
          ))}
          <p className="text-xs text-muted">{t("keepUserHelp")}</p>
        </fieldset>
      )}
      <div>
        <Button type="submit" isPending={isPending}>
          <GitMerge aria-hidden />
          {t("confirm")}
        </Button>
      </div>
    </form>
  );
}
