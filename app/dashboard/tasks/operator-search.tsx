"use client";

import { ComboBox } from "@heroui/react/combo-box";
import { Input } from "@heroui/react/input";
import { ListBox } from "@heroui/react/list-box";
import { ListBoxItem } from "@heroui/react/list-box-item";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { TaskOperator } from "@/lib/tasks/list-task-operators";
import type { SuggestOperators } from "./operator-filter";
import { UNKNOWN_OPERATOR } from "./search-params";

const TYPING_MS = 200;

type OperatorSearchProps = {
  unknown: TaskOperator;
  /** Chosen already. */
  hiddenIds: string[];
  suggest: SuggestOperators;
  onChoose: (id: string) => void;
  onLeave: () => void;
};

/** Finds an operator by part of the name, asking the server as one types. */
export function OperatorSearch({ unknown, hiddenIds, suggest, onChoose, onLeave }: OperatorSearchProps) {
  const t = useTranslations("tasks.filters");
  const [text, setText] = useState("");
  const found = useSuggestions(text, suggest);
  return (
    <ComboBox
      aria-label={t("operator")}
      inputValue={text}
      onInputChange={setText}
      value={null}
      onChange={(id) => id !== null && onChoose(String(id))}
      onBlur={onLeave}
      items={[unknown, ...found].filter(({ id }) => !hiddenIds.includes(id))}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
      // The server has narrowed them down, without regard to accents.
      defaultFilter={() => true}
    >
      <ComboBox.InputGroup>
        <Input placeholder={t("operator")} className="h-9 w-full sm:w-48" />
        <ComboBox.Trigger />
      </ComboBox.InputGroup>
      <ComboBox.Popover>
        <ListBox<TaskOperator> renderEmptyState={() => <p className="px-3 py-2 text-muted">{t("operatorNone")}</p>}>
          {({ id, name }) => (
            <ListBoxItem id={id} textValue={name} className={id === UNKNOWN_OPERATOR ? "text-muted italic" : ""}>
              {name}
            </ListBoxItem>
          )}
        </ListBox>
      </ComboBox.Popover>
    </ComboBox>
  );
}

function useSuggestions(text: string, suggest: SuggestOperators): TaskOperator[] {
  const [found, setFound] = useState<TaskOperator[]>([]);
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
