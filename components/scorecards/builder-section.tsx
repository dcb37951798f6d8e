"use client";

import { inputVariants } from "@heroui/styles";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { memo } from "react";
import { totalWeight } from "@/lib/scorecards/total-weight";
import { CriterionCard } from "./criterion-card";
import type { SectionChoice } from "./criterion-form";
import { type BuilderSection, blankCriterion, type ScorecardEdit } from "./edit-scorecard";
import { IconButton } from "./icon-button";

type SectionEditorProps = {
  section: BuilderSection;
  /** From 0. */
  index: number;
  /** Saved, the two would be one section. */
  isNamedAsTheOneBefore: boolean;
  sections: SectionChoice[];
  isFull: boolean;
  /** The criteria that are open, each by `key` and a blank. */
  openKeys: string;
  setOpen: (key: string, isOpen: boolean) => void;
  hasLanguageModel: boolean;
  edit: (edit: ScorecardEdit) => void;
  focusSoon: (...ids: string[]) => void;
};

/** One section: its title, what it weighs, and its criteria. */
export const SectionEditor = memo(function SectionEditor(props: SectionEditorProps) {
  const { section, index, isNamedAsTheOneBefore, sections, isFull, openKeys, setOpen, hasLanguageModel, edit, focusSoon } = props;
  const t = useTranslations("scorecard");
  const format = useFormatter();
  const { id, title, criteria } = section;
  const name = title.trim() === "" ? t("sectionNumber", { number: index + 1 }) : title;
  const isFirst = index === 0;
  const isLast = index === sections.length - 1;
  const move = (by: -1 | 1) => {
    edit({ type: "move_section", id, by });
    const [first, second] = by === -1 ? ["up", "down"] : ["down", "up"];
    focusSoon(`${first}-${id}-section`, `${second}-${id}-section`);
  };
  return (
    <section aria-label={name} className="rounded-lg border border-border bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-b border-separator px-3 py-2">
        <input
          id={`title-${id}`}
          aria-label={t("fields.sectionTitle", { number: index + 1 })}
          placeholder={t("sectionUntitled")}
          value={title}
          maxLength={120}
          autoComplete="off"
          aria-invalid={isNamedAsTheOneBefore}
          data-invalid={isNamedAsTheOneBefore}
          aria-describedby={isNamedAsTheOneBefore ? `twice-${id}` : undefined}
          onChange={(event) => edit({ type: "rename_section", id, title: event.target.value })}
          className={inputVariants({ className: "min-w-0 flex-1 basis-40 scroll-mt-20 font-semibold" })}
        />
        <span className="text-sm whitespace-nowrap text-muted tabular-nums">
          {t("weightOfSection", { weight: format.number(totalWeight([section]), { maximumFractionDigits: 2 }) })}
        </span>
        <span className="ms-auto flex gap-1">
          <IconButton id={`up-${id}-section`} icon={ArrowUp} label={t("moveUp", { name })} isDisabled={isFirst} onPress={() => move(-1)} />
          <IconButton
            id={`down-${id}-section`}
            icon={ArrowDown}
            label={t("moveDown", { name })}
            isDisabled={isLast}
            onPress={() => move(1)}
          />
          <IconButton
            icon={Trash2}
            label={t("removeNamed", { name })}
            onPress={() => {
              edit({ type: "remove_section", id });
              focusSoon("undo-removal");
            }}
          />
        </span>
        {isNamedAsTheOneBefore && (
          <p id={`twice-${id}`} className="basis-full text-xs text-danger">
            {t("namedAsTheOneBefore")}
          </p>
        )}
      </div>
      <ol>
        {criteria.map((criterion, at) => (
          <CriterionCard
            key={criterion.key}
            criterion={criterion}
            number={t("questionNumber", { number: at + 1 })}
            isFirst={isFirst && at === 0}
            isLast={isLast && at === criteria.length - 1}
            isFull={isFull}
            isOpen={openKeys.includes(criterion.key)}
            setOpen={setOpen}
            sectionId={id}
            sections={sections}
            hasLanguageModel={hasLanguageModel}
            edit={edit}
            focusSoon={focusSoon}
          />
        ))}
      </ol>
      <div className="border-t border-separator px-3 py-2">
        <button
          type="button"
          disabled={isFull}
          onClick={() => {
            const criterion = blankCriterion();
            edit({ type: "add_criterion", sectionId: id, criterion });
            setOpen(criterion.key, true);
            focusSoon(`criterion-${criterion.key}`);
          }}
          className="button button--sm button--ghost"
        >
          <Plus aria-hidden />
          {t("addCriterion")}
        </button>
      </div>
    </section>
  );
});
