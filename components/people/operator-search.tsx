"use client";

import { ComboBox } from "@heroui/react/combo-box";
import { Input } from "@heroui/react/input";
import { ListBox } from "@heroui/react/list-box";
import { ListBoxItem } from "@heroui/react/list-box-item";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { LinkableOperator } from "@/lib/users/list-linkable-operators";
import type { SuggestLinkableOperators } from "./operator-field";

const TYPING_MS = 200;

type OperatorSearchProps = { suggest: SuggestLinkableOperators; onChoose: (operator: LinkableOperator) => void; onLeave: () => void };

/** Finds an operator whom nobody's account is linked to, asking the server as one types. */
export function OperatorSearch({ suggest, onChoose, onLeave }: OperatorSearchProps) {
  const t = useTranslations("people.form");
  const [text, setText] = useState("");
  const found = useSuggestions(text, suggest);
  const choose = (id: unknown) => {
    const operator = found.find((one) => one.id === id);
    if (operator) onChoose(operator);
  };
  return (
    <ComboBox
      aria-label={t("operator")}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={choose}
      onBlur={onLeave}
      items={found}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
      fullWidth
      // The server has narrowed them down, without regard to accents.
      defaultFilter={() => true}
    >
      <ComboBox.InputGroup>
        <Input placeholder={t("operatorChoose")} className="h-9 w-full" />
        <ComboBox.Trigger />
      </ComboBox.InputGroup>
      <ComboBox.Popover>
        <ListBox<LinkableOperator> renderEmptyState={() => <p className="px-3 py-2 text-muted">{t("operatorNone")}</p>}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </ComboBox.Popover>
    </ComboBox>
  );
}

function useSuggestions(text: string, suggest: SuggestLinkableOperators): LinkableOperator[] {
  const [found, setFound] = useState<LinkableOperator[]>([]);
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => suggest(text).then((operators) => isCurrent && setFound(operators)), text === "" ? 0 : TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, suggest]);
  return found;
}
