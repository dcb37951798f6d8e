"use client";

import { textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import type { CriterionContent } from "@/lib/scorecards/scorecard-content";
import { NumberField } from "./number-field";

type Rule = NonNullable<CriterionContent["rule"]>;
type Phrases = NonNullable<Rule["phrases"]>;

const SPEAKERS = ["agent", "customer", "anyone"] as const;
const MAX_PHRASES = 50;
const MAX_PHRASE_LENGTH = 200;
const NO_PHRASES: Phrases = { isSaid: true, phrases: [], speaker: "agent" };

type RuleEditorProps = { rule: CriterionContent["rule"]; onChange: (rule: CriterionContent["rule"]) => void };

/** By what the machine answers without any model: all that is filled in must hold. Nothing filled in is no rule. */
export function RuleEditor({ rule, onChange }: RuleEditorProps) {
  const t = useTranslations("scorecard.rule");
  const [text, setText] = useState((rule?.phrases?.phrases ?? []).join("\n"));
  // How phrases are to be said stays chosen while there are none.
  const [manner, setManner] = useState(rule?.phrases ?? NO_PHRASES);
  const set = (part: Partial<Rule>) => onChange(tidied({ ...rule, ...part }));
  const setPhrases = (change: Partial<Phrases>, words = text) => {
    const next = { ...manner, ...change, phrases: phrasesIn(words) };
    setManner(next);
    set({ phrases: next.phrases.length > 0 ? next : undefined });
  };
  const seconds = { min: 1, max: 86_400, isOptional: true, unit: t("seconds") };
  const percent = { min: 0, max: 100, decimals: 2, isOptional: true, unit: "%" };
  return (
    <fieldset className="flex flex-col gap-4 rounded-lg border border-separator p-3">
      <legend className="px-1 text-sm font-medium">{t("title")}</legend>
      <p className="text-xs text-muted">{t("help")}</p>
      <FormField label={t("phrases")} help={t("phrasesHelp")}>
        {(wiring) => (
          <textarea
            {...wiring}
            rows={3}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setPhrases({}, event.target.value);
            }}
            className={textAreaVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <div className="flex flex-wrap gap-4">
        <FormField label={t("isSaid")} className="w-48">
          {(wiring) => (
            <NativeSelect
              {...wiring}
              value={String(manner.isSaid)}
              onChange={(event) => setPhrases({ isSaid: event.target.value === "true" })}
            >
              <option value="true">{t("said")}</option>
              <option value="false">{t("notSaid")}</option>
            </NativeSelect>
          )}
        </FormField>
        <FormField label={t("speaker")} className="w-48">
          {(wiring) => (
            <NativeSelect
              {...wiring}
              value={manner.speaker}
              onChange={(event) => setPhrases({ speaker: SPEAKERS.find((one) => one === event.target.value) ?? "agent" })}
            >
              {SPEAKERS.map((speaker) => (
                <option key={speaker} value={speaker}>
                  {t(`speakers.${speaker}`)}
                </option>
              ))}
            </NativeSelect>
          )}
        </FormField>
        <NumberField
          {...seconds}
          label={t("withinFirst")}
          value={manner.withinFirstSeconds ?? null}
          onChange={(value) => setPhrases({ withinFirstSeconds: value ?? undefined })}
        />
        <NumberField
          {...seconds}
          label={t("withinLast")}
          value={manner.withinLastSeconds ?? null}
          onChange={(value) => setPhrases({ withinLastSeconds: value ?? undefined })}
        />
      </div>
      <div className="flex flex-wrap gap-4 border-t border-separator pt-3">
        <NumberField
          {...percent}
          label={t("silenceRatio")}
          value={toPercent(rule?.maxSilenceRatio)}
          onChange={(value) => set({ maxSilenceRatio: toShare(value) })}
        />
        <NumberField
          {...seconds}
          label={t("longestSilence")}
          value={rule?.maxLongestSilenceSeconds ?? null}
          onChange={(value) => set({ maxLongestSilenceSeconds: value ?? undefined })}
        />
        <NumberField
          {...percent}
          label={t("talkMin")}
          value={toPercent(rule?.agentTalkRatio?.min)}
          onChange={(value) => set({ agentTalkRatio: { ...rule?.agentTalkRatio, min: toShare(value) } })}
        />
        <NumberField
          {...percent}
          label={t("talkMax")}
          value={toPercent(rule?.agentTalkRatio?.max)}
          onChange={(value) => set({ agentTalkRatio: { ...rule?.agentTalkRatio, max: toShare(value) } })}
        />
        <NumberField
          min={0}
          max={10_000}
          isOptional
          label={t("interruptions")}
          value={rule?.maxAgentInterruptions ?? null}
          onChange={(value) => set({ maxAgentInterruptions: value ?? undefined })}
        />
      </div>
    </fieldset>
  );
}

function phrasesIn(text: string): string[] {
  const lines = text.split("\n").map((line) => line.trim().slice(0, MAX_PHRASE_LENGTH));
  return lines.filter((line) => line !== "").slice(0, MAX_PHRASES);
}

/** Without the parts that say nothing; null where none is left. */
function tidied({ agentTalkRatio, ...rule }: Rule): CriterionContent["rule"] {
  const hasRatio = agentTalkRatio?.min !== undefined || agentTalkRatio?.max !== undefined;
  const all: Rule = hasRatio ? { ...rule, agentTalkRatio } : rule;
  return Object.values(all).some((part) => part !== undefined) ? all : null;
}

function toPercent(share: number | undefined): number | null {
  return share === undefined ? null : Math.round(share * 10_000) / 100;
}

function toShare(percent: number | null): number | undefined {
  return percent === null ? undefined : Math.round(percent * 100) / 10_000;
}
