"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/ui/form-problem";
import type { PendingAnswer } from "./sheet-store";

type AnswerConflictProps = { pending: PendingAnswer; onKeepTheirs: () => void; onInsist: () => void };

/** That an answer was not taken, and why: somebody has answered meanwhile, or the audit's rules. One's own is there until one has chosen. */
export function AnswerConflict({ pending, onKeepTheirs, onInsist }: AnswerConflictProps) {
  const t = useTranslations("auditSheet");
  const { state, problem, current } = pending;
  if (state === "changed" && current) {
    const { given, byName } = current;
    const answer = given.answer === null ? t("noAnswer") : given.points === null ? t(`answers.${given.answer}`) : String(given.points);
    return (
      <FormProblem>
        {byName === null ? t("changedBySomething", { answer }) : t("changedBy", { name: byName, answer })}
        <span className="mt-1.5 flex flex-wrap gap-2">
          <Button size="sm" variant="outline" onPress={onKeepTheirs}>
            {t("keepTheirs")}
          </Button>
          <Button size="sm" variant="outline" onPress={onInsist}>
            {t("insist")}
          </Button>
        </span>
      </FormProblem>
    );
  }
  if (state !== "refused" || problem === null) return null;
  return (
    <FormProblem>
      {t(`problems.${problem}`)}
      <span className="mt-1.5 flex">
        <Button size="sm" variant="outline" onPress={onKeepTheirs}>
          {t("discard")}
        </Button>
      </span>
    </FormProblem>
  );
}
