"use client";

import { Label } from "@heroui/react/label";
import { ListBox } from "@heroui/react/list-box";
import { ListBoxItem } from "@heroui/react/list-box-item";
import { Select } from "@heroui/react/select";
import { ChevronDown } from "lucide-react";
import { FilterSummary, filterTriggerLook } from "./filter-select";

type FilterSelectListProps = {
  label: string;
  options: { value: string; label: string }[];
  values: string[];
  onChange: (values: string[]) => void;
};

/** The filter once somebody has reached for it: opens at once, and stays what it is from then on. */
export function FilterSelectList({ label, options, values, onChange }: FilterSelectListProps) {
  return (
    <Select selectionMode="multiple" value={values} onChange={(keys) => onChange(keys.map(String))} defaultOpen autoFocus>
      <Label className="sr-only">{label}</Label>
      <Select.Trigger className={filterTriggerLook(values.length > 0)}>
        <FilterSummary label={label} options={options} values={values} />
        <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
      </Select.Trigger>
      <Select.Popover>
        <ListBox selectionMode="multiple">
          {options.map(({ value, label: text }) => (
            <ListBoxItem key={value} id={value} textValue={text}>
              {text}
              <ListBoxItem.Indicator />
            </ListBoxItem>
          ))}
        </ListBox>
      </Select.Popover>
    </Select>
  );
}
