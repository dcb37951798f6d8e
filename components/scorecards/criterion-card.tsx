"use client";

import { ArrowDown, ArrowUp, ChevronRight, Copy, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { v7 } from "uuid";
import type { CriterionContent } from "@/lib/scorecards/scorecard-content";
import { CriterionForm, type SectionChoice } from "./criterion-form";
import { CriterionSigns } from "./criterion-signs";
import type { ScorecardEdit } from "./edit-scorecard";
import { IconButton } from "./icon-button";
import { NumberField } from "./number-field";

type CriterionCardProps = {
  criterion: CriterionContent;
  /** How it is called as long as it has no question. */
  number: string;
  isFirst: boolean;
  isLast: boolean;
  isFull: boolean;
  isOpen: boolean;
  setOpen: (key: string, isOpen: boolean) => void;
  sectionId: string;
  sections: SectionChoice[];
  hasLanguageModel: boolean;
  edit: (edit: ScorecardEdit) => void;
  /** Puts the focus on the first of these that can take it, once the screen shows what was done. */
  focusSoon: (...ids: string[]) => void;
};

/** One criterion: a line with its weight and its signs, which opens to be edited. */
export const CriterionCard = memo(function CriterionCard(props: CriterionCardProps) {
  const { criterion, number, isFirst, isLast, isFull, isOpen, setOpen, sectionId, sections, hasLanguageModel, edit, focusSoon } = props;
  const t = useTranslations("scorecard");
  const { key, question, weight } = criterion;
  const name = question.trim() === "" ? number : question;
  const move = (by: -1 | 1) => {
    edit({ type: "move_criterion", key, by });
    const [first, second] = by === -1 ? ["up", "down"] : ["down", "up"];
    focusSoon(`${first}-${key}`, `${second}-${key}`);
  };
  return (
    <li id={`criterion-${key}`} className="scroll-mt-20 border-b border-separator last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5 ps-2 pe-3">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(key, !isOpen)}
          className="flex min-h-9 min-w-0 flex-1 basis-60 items-center gap-2 rounded-lg px-1 text-start hover:bg-surface-secondary"
        >
          <ChevronRight aria-hidden className={`size-4 shrink-0 text-muted transition-transform ${isOpen ? "rotate-90" : ""}`} />
          <span className={`min-w-0 wrap-anywhere ${question.trim() === "" ? "text-muted italic" : ""}`}>
            {question.trim() === "" ? `${number}: ${t("questionUnwritten")}` : question}
          </span>
        </button>
        <CriterionSigns criterion={criterion} />
        <div className="ms-auto flex items-center gap-1">
          <NumberField
            label={t("fields.weightOf", { name })}
            isLabelHidden
            value={weight}
            min={0}
            max={100}
            decimals={2}
            onChange={(value) => edit({ type: "change_criterion", key, change: { weight: value ?? 0 } })}
          />
          <IconButton id={`up-${key}`} icon={ArrowUp} label={t("moveUp", { name })} isDisabled={isFirst} onPress={() => move(-1)} />
          <IconButton id={`down-${key}`} icon={ArrowDown} label={t("moveDown", { name })} isDisabled={isLast} onPress={() => move(1)} />
          <IconButton
            icon={Copy}
            label={t("duplicateNamed", { name })}
            isDisabled={isFull}
            onPress={() => {
              const newKey = v7();
              edit({ type: "duplicate_criterion", key, newKey });
              setOpen(newKey, true);
              focusSoon(`criterion-${newKey}`);
            }}
          />
          <IconButton
            icon={Trash2}
            label={t("removeNamed", { name })}
            onPress={() => {
              edit({ type: "remove_criterion", key });
              focusSoon("undo-removal");
            }}
          />
        </div>
      </div>
      {isOpen && (
        <CriterionForm criterion={criterion} sectionId={sectionId} sections={sections} hasLanguageModel={hasLanguageModel} edit={edit} />
      )}
    </li>
  );
});
