"use client";

import { Button } from "@heroui/react/button";
import { textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { Answer } from "@/db/enums";
import type { DisputeAction } from "./dispute-form-state";
import { DisputeProblemText } from "./dispute-problem-text";

type DecideFormProps = {
  action: DisputeAction;
  disputed: { answer: Answer; points: number | null };
  /** What a criterion can be answered with. */
  criterion: { maxPoints: number | null; condition: string | null };
};

/** Has an arbiter say what is right, and why. */
export function DecideForm({ action, disputed, criterion: { maxPoints, condition } }: DecideFormProps) {
  const t = useTranslations("disputes.decide");
  const tAnswers = useTranslations("disputes.answers");
  const { state, isPending, formProps } = useKeptForm(action, { status: "refused", problem: "failed" });
  const [verdict, setVerdict] = useState("");
  const answers: Answer[] = [
    ...(maxPoints === null ? (["complies", "fails"] as const) : []),
    ...(condition === null ? [] : (["not_applicable"] as const)),
  ];
  const choices = [
    { value: "rejected", label: t("reject") },
    ...(maxPoints === null ? [] : [{ value: "points", label: t("acceptPoints") }]),
    ...answers
      .filter((answer) => answer !== disputed.answer)
      .map((answer) => ({ value: answer, label: t("acceptAs", { answer: tAnswers(answer) }) })),
  ];
  return (
    <form {...formProps} className="flex flex-col gap-4 p-4">
      <DisputeProblemText state={state} />
      <fieldset>
        <legend className="mb-1.5 font-medium">{t("verdict")}</legend>
        <div className="flex flex-col gap-1">
          {choices.map(({ value, label }) => (
            <label key={value} className="flex min-h-8 cursor-pointer items-center gap-2">
              <input
                type="radio"
                name="verdict"
                value={value}
                required
                checked={verdict === value}
                onChange={() => setVerdict(value)}
                className="size-4 shrink-0 accent-accent"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {verdict === "points" && maxPoints !== null && (
        <FormField label={t("points")} className="max-w-40">
          {(wiring) => (
            <NativeSelect {...wiring} name="points">
              {Array.from({ length: maxPoints + 1 }, (_, points) => points)
                .filter((points) => points !== disputed.points)
                .map((points) => (
                  <option key={points} value={points}>
                    {points}
                  </option>
                ))}
            </NativeSelect>
          )}
        </FormField>
      )}
      <FormField label={t("decision")} help={t("decisionHelp")}>
        {(wiring) => (
          <textarea {...wiring} name="decision" rows={4} maxLength={2000} required className={textAreaVariants({ fullWidth: true })} />
        )}
      </FormField>
      <Button type="submit" isPending={isPending} className="self-start">
        {t("submit")}
      </Button>
    </form>
  );
}
