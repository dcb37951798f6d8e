"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SuggestionBox } from "@/components/ui/suggestion-box";
import { useSuggestions } from "@/components/ui/use-suggestions";
import type { LinkableOperator } from "@/lib/users/list-linkable-operators";
import type { SuggestLinkableOperators } from "./operator-field";

type OperatorSearchProps = { suggest: SuggestLinkableOperators; onChoose: (operator: LinkableOperator) => void; onLeave: () => void };

/** Finds an operator whom nobody's account is linked to, asking the server as one types. */
export function OperatorSearch({ suggest, onChoose, onLeave }: OperatorSearchProps) {
  const t = useTranslations("people.form");
  const [text, setText] = useState("");
  const found = useSuggestions(text, suggest) ?? [];
  return (
    <SuggestionBox
      label={t("operator")}
      placeholder={t("operatorChoose")}
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
