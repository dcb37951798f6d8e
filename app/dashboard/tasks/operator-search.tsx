"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SuggestionBox } from "@/components/ui/suggestion-box";
import { useSuggestions } from "@/components/ui/use-suggestions";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";
import type { SuggestOperators } from "./operator-filter";
import { UNKNOWN_OPERATOR } from "./search-params";

type OperatorSearchProps = {
  unknown: TaskOperator;
  /** Chosen already. */
  hiddenIds: string[];
  suggest: SuggestOperators;
  onChoose: (id: string) => void;
  onLeave: () => void;
  onCancel: () => void;
};

/** Finds an operator by part of the name, asking the server as one types. */
export function OperatorSearch({ unknown, hiddenIds, suggest, onChoose, onLeave, onCancel }: OperatorSearchProps) {
  const t = useTranslations("tasks.filters");
  const [text, setText] = useState("");
  const found = useSuggestions(text, suggest) ?? [];
  return (
    <SuggestionBox
      label={t("operator")}
      placeholder={t("operator")}
      noneFound={t("operatorNone")}
      text={text}
      onType={setText}
      items={[unknown, ...found].filter(({ id }) => !hiddenIds.includes(id))}
      onChoose={({ id }) => onChoose(id)}
      onLeave={onLeave}
      onCancel={onCancel}
      className="h-9 w-full sm:w-48"
    >
      {({ id, name }) => (id === UNKNOWN_OPERATOR ? <span className="text-muted italic">{name}</span> : name)}
    </SuggestionBox>
  );
}
