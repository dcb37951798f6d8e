"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, ReactNode } from "react";
import type { Answer } from "@/db/enums";
import { ANSWER_LOOKS } from "./answer-look";
import type { CriterionChange, CriterionView } from "./criterion-view";

type AnswerButtonsProps = { view: CriterionView; labelId: string; isDisabled: boolean; onChange: (change: CriterionChange) => void };

/** More points than these are typed. */
export const MAX_POINT_BUTTONS = 10;

/** The ways to answer a criterion, one of which is chosen: yes or no, or points, and that it does not apply where it may not. */
export function AnswerButtons({ view: { criterion, given }, labelId, isDisabled, onChange }: AnswerButtonsProps) {
  const t = useTranslations("auditSheet");
  const { maxPoints, condition } = criterion;
  const plain: Answer[] = [
    ...(maxPoints === null ? (["complies", "fails"] as const) : []),
    ...(condition === null ? [] : ["not_applicable" as const]),
  ];
  const points = maxPoints === null || maxPoints > MAX_POINT_BUTTONS ? [] : Array.from({ length: maxPoints + 1 }, (_, index) => index);
  const isChosen = (answer: Answer) => given.answer === answer && (maxPoints === null || answer === "not_applicable");
  const hasChosen = given.answer !== null;
  const verdict = given.answer === "fails" ? ANSWER_LOOKS.fails : ANSWER_LOOKS.complies;
  return (
    <div role="radiogroup" aria-labelledby={labelId} onKeyDown={moveByArrows} className="flex flex-wrap items-center gap-1.5">
      {points.map((point) => (
        <Choice
          key={point}
          isChosen={given.points === point}
          isReachable={hasChosen ? given.points === point : point === 0}
          isDisabled={isDisabled}
          look={`min-w-9 justify-center tabular-nums ${given.points === point ? verdict.chosen : ""}`}
          onPress={() => onChange({ answer: "complies", points: point })}
        >
          <span className="sr-only">{t("pointsOf", { points: point, max: maxPoints ?? 0 })}</span>
          <span aria-hidden>{point}</span>
        </Choice>
      ))}
      {maxPoints !== null && maxPoints > MAX_POINT_BUTTONS && (
        <PointsField key={given.points} points={given.points} max={maxPoints} isDisabled={isDisabled} onChange={onChange} />
      )}
      {plain.map((answer, index) => {
        const { icon: Icon, chosen } = ANSWER_LOOKS[answer];
        return (
          <Choice
            key={answer}
            isChosen={isChosen(answer)}
            isReachable={hasChosen ? isChosen(answer) : index === 0 && points.length === 0}
            isDisabled={isDisabled}
            look={isChosen(answer) ? chosen : ""}
            onPress={() => onChange({ answer, points: null })}
          >
            <Icon aria-hidden className="size-4" />
            {t(`answers.${answer}`)}
          </Choice>
        );
      })}
    </div>
  );
}

type ChoiceProps = { isChosen: boolean; isReachable: boolean; isDisabled: boolean; look: string; onPress: () => void; children: ReactNode };

function Choice({ isChosen, isReachable, isDisabled, look, onPress, children }: ChoiceProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the browser's own radio takes the arrows, which move between criteria here.
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      tabIndex={isReachable ? 0 : -1}
      disabled={isDisabled}
      onClick={onPress}
      className={`inline-flex h-9 cursor-pointer items-center gap-1.5 rounded-lg border px-2.5 text-sm disabled:cursor-default ${look || "border-field-line text-foreground enabled:hover:bg-default"} ${isChosen ? "font-medium" : "disabled:opacity-60"}`}
    >
      {children}
    </button>
  );
}

type PointsFieldProps = { points: number | null; max: number; isDisabled: boolean; onChange: (change: CriterionChange) => void };

function PointsField({ points, max, isDisabled, onChange }: PointsFieldProps) {
  const t = useTranslations("auditSheet");
  const take = (text: string) => {
    const typed = Number(text);
    if (text !== "" && Number.isInteger(typed) && typed >= 0 && typed <= max && typed !== points)
      onChange({ answer: "complies", points: typed });
  };
  return (
    <label className="flex items-center gap-1.5 text-sm">
      <input
        type="number"
        aria-label={t("points")}
        min={0}
        max={max}
        defaultValue={points ?? ""}
        disabled={isDisabled}
        onBlur={(event) => take(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && take(event.currentTarget.value)}
        className="h-9 w-20 rounded-lg border border-field-line bg-field px-2 tabular-nums"
      />
      {t("of", { max })}
    </label>
  );
}

/** Left and right move among the choices of one criterion; up and down are between criteria. */
function moveByArrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || event.target.role !== "radio") return;
  event.preventDefault();
  const choices = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=radio]")];
  choices[(choices.indexOf(event.target) + step + choices.length) % choices.length]?.focus();
}
