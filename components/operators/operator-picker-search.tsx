"use client";

import { useState } from "react";
import { SuggestionBox } from "@/components/ui/suggestion-box";
import { useSuggestions } from "@/components/ui/use-suggestions";
import type { OperatorPickerWords, PickedOperator, SuggestPickedOperators } from "./operator-picker";

type OperatorPickerSearchProps = {
  words: OperatorPickerWords;
  suggest: SuggestPickedOperators;
  onChoose: (operator: PickedOperator) => void;
  onLeave: () => void;
  onCancel: () => void;
};

/** Finds an operator by part of the name, asking the server as one types. */
export function OperatorPickerSearch({ words, suggest, onChoose, onLeave, onCancel }: OperatorPickerSearchProps) {
  const [text, setText] = useState("");
  const found = useSuggestions(text, suggest);
  return (
    <SuggestionBox
      label={words.label}
      placeholder={words.choose}
      noneFound={words.noneFound}
      text={text}
      onType={setText}
      items={found}
      onChoose={onChoose}
      onLeave={onLeave}
      onCancel={onCancel}
      className="h-9 w-full"
      fullWidth
    >
      {({ name }) => name}
    </SuggestionBox>
  );
}
