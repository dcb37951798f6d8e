"use client";

import { textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { CRITERION_KINDS, CRITERION_MODES, CRITICAL_LEVELS } from "@/db/enums";
import type { CriterionContent } from "@/lib/scorecards/scorecard-content";
import type { ScorecardEdit } from "./edit-scorecard";
import { NumberField } from "./number-field";
import { RuleEditor } from "./rule-editor";

export type SectionChoice = { id: string; title: string };

type CriterionFormProps = {
  criterion: CriterionContent;
  sectionId: string;
  sections: SectionChoice[];
  hasLanguageModel: boolean;
  edit: (edit: ScorecardEdit) => void;
};

/** All that is said of one criterion. Every change counts at once. */
export function CriterionForm({ criterion, sectionId, sections, hasLanguageModel, edit }: CriterionFormProps) {
  const t = useTranslations("scorecard");
  const { key, question, help, kind, maxPoints, passingPoints, condition, critical, mode, rule } = criterion;
  const [isConditional, setIsConditional] = useState(condition !== null);
  const change = (part: Partial<CriterionContent>) => edit({ type: "change_criterion", key, change: part });
  return (
    <div className="flex flex-col gap-4 border-t border-separator px-4 py-4">
      <FormField label={t("fields.question")}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={500}
            value={question}
            onChange={(event) => change({ question: event.target.value })}
            className={textAreaVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <FormField label={t("fields.help")} help={t("fields.helpHelp")}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={2}
            maxLength={4_000}
            value={help}
            onChange={(event) => change({ help: event.target.value })}
            className={textAreaVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField label={t("fields.kind")} help={t(`kinds.help.${kind}`)}>
          {(wiring) => (
            <NativeSelect
              {...wiring}
              value={kind}
              onChange={(event) => change({ kind: CRITERION_KINDS.find((one) => one === event.target.value) ?? "yes_no" })}
            >
              {CRITERION_KINDS.map((one) => (
                <option key={one} value={one}>
                  {t(`kinds.${one}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        {kind === "scale" && (
          <div className="flex flex-wrap gap-4">
            <NumberField
              label={t("fields.maxPoints")}
              value={maxPoints}
              min={1}
              max={100}
              onChange={(value) => change({ maxPoints: value })}
            />
            <NumberField
              label={t("fields.passingPoints")}
              value={passingPoints}
              min={1}
              max={maxPoints ?? 100}
              onChange={(value) => change({ passingPoints: value })}
            />
          </div>
        )}
        <FormField label={t("fields.critical")} help={t(`critical.help.${critical}`)}>
          {(wiring) => (
            <NativeSelect
              {...wiring}
              value={critical}
              onChange={(event) => change({ critical: CRITICAL_LEVELS.find((one) => one === event.target.value) ?? "none" })}
            >
              {CRITICAL_LEVELS.map((one) => (
                <option key={one} value={one}>
                  {t(`critical.${one}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <FormField label={t("fields.mode")} help={t(`modes.help.${mode}`)}>
          {(wiring) => (
            <NativeSelect
              {...wiring}
              value={mode}
              onChange={(event) => change({ mode: CRITERION_MODES.find((one) => one === event.target.value) ?? "manual" })}
            >
              {CRITERION_MODES.map((one) => (
                <option key={one} value={one}>
                  {t(`modes.${one}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        {sections.length > 1 && (
          <FormField label={t("fields.section")}>
            {(wiring) => (
              <NativeSelect
                {...wiring}
                value={sectionId}
                onChange={(event) => edit({ type: "move_to_section", key, sectionId: event.target.value })}
              >
                {sections.map(({ id, title }) => (
                  <option key={id} value={id}>
                    {title || t("sectionUntitled")}
                  </option>
                ))}
              </NativeSelect>
            )}
          </FormField>
        )}
      </div>
      <div className="flex flex-col gap-2">
        <label className="flex min-h-6 w-fit items-center gap-2">
          <input
            type="checkbox"
            checked={isConditional}
            onChange={(event) => {
              setIsConditional(event.target.checked);
              if (!event.target.checked) change({ condition: null });
            }}
            className="size-4 accent-accent"
          />
          {t("conditional.label")}
        </label>
        {isConditional && (
          <FormField label={t("conditional.when")} help={condition === null ? t("conditional.blank") : t("conditional.help")}>
            {(wiring) => (
              <textarea
                {...wiring}
                rows={2}
                maxLength={500}
                value={condition ?? ""}
                onChange={(event) => change({ condition: event.target.value.trim() === "" ? null : event.target.value })}
                className={textAreaVariants({ fullWidth: true })}
              />
            )}
          </FormField>
        )}
      </div>
      {mode !== "manual" && (
        <>
          <RuleEditor rule={rule} onChange={(next) => change({ rule: next })} />
          {rule === null && !hasLanguageModel && <p className="text-xs text-warning-soft-foreground">{t("modes.nobodyAnswers")}</p>}
        </>
      )}
    </div>
  );
}
