"use client";

import { ComboBox } from "@heroui/react/combo-box";
import { Input } from "@heroui/react/input";
import { ListBox } from "@heroui/react/list-box";
import { ListBoxItem } from "@heroui/react/list-box-item";
import type { KeyboardEvent, ReactNode } from "react";

type SuggestionBoxProps<Item> = {
  label: string;
  placeholder: string;
  noneFound: string;
  text: string;
  onType: (text: string) => void;
  /** What was found for the text; undefined before the first answer. */
  items: Item[] | undefined;
  onChoose: (item: Item) => void;
  /** The focus went elsewhere. */
  onLeave: () => void;
  /** Escape was pressed. */
  onCancel: () => void;
  /** Size of the field. */
  className: string;
  fullWidth?: boolean;
  /** An item in the list. */
  children: (item: Item) => ReactNode;
};

/** A field to find one of many by typing, who are narrowed down elsewhere. It takes the focus, and opens at once. */
export function SuggestionBox<Item extends { id: string; name: string }>(props: SuggestionBoxProps<Item>) {
  const { label, placeholder, noneFound, text, onType, items, onChoose, onLeave, onCancel, className, fullWidth, children } = props;
  const choose = (id: unknown) => {
    const item = items?.find((one) => one.id === id);
    if (item) onChoose(item);
  };
  // Left to itself the list would open again at once, since Escape empties the field.
  const cancel = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  return (
    <ComboBox
      aria-label={label}
      inputValue={text}
      onInputChange={onType}
      value={null}
      onChange={choose}
      onBlur={onLeave}
      items={items ?? []}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
      fullWidth={fullWidth}
      // The server has narrowed them down, without regard to accents.
      defaultFilter={() => true}
    >
      <ComboBox.InputGroup onKeyDownCapture={cancel}>
        <Input placeholder={placeholder} className={className} />
        <ComboBox.Trigger />
      </ComboBox.InputGroup>
      <ComboBox.Popover>
        <ListBox<Item> renderEmptyState={() => items && <p className="px-3 py-2 text-muted">{noneFound}</p>}>
          {(item) => (
            <ListBoxItem id={item.id} textValue={item.name}>
              {children(item)}
            </ListBoxItem>
          )}
        </ListBox>
      </ComboBox.Popover>
    </ComboBox>
  );
}
