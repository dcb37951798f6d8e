"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SuggestionBox } from "@/components/ui/suggestion-box";
import { useSuggestions } from "@/components/ui/use-suggestions";

type Operator = { id: string; name: string };
export type SuggestAuditableOperators = (text: string) => Promise<Operator[]>;

type OperatorChoiceProps = { suggest: SuggestAuditableOperators; onChoose: (operator: Operator) => void; onLeave: () => void };

/** Finds whose contact it was by part of the name, asking the server as one types. */
export function OperatorChoice({ suggest, onChoose, onLeave }: OperatorChoiceProps) {
  const t = useTranslations("manualAudit");
  const [text, setText] = useState("");
  const found = useSuggestions(text, suggest) ?? [];
  return (
    <SuggestionBox
      label={t("operator")}
      placeholder={t("operatorPlaceholder")}
      noneFound={t("operatorNone")}
      text={text}
      onType={setText}
      items={found}
      onChoose={onChoose}
      onLeave={onLeave}
      className="h-9 w-full"
      fullWidth
    >
      {({ name }) => name}
    </SuggestionBox>
  );
}
