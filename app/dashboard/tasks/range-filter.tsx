"use client";

import { inputVariants } from "@heroui/styles";
import { useEffect, useState } from "react";

type RangeFilterProps<Value extends string | number> = {
  labels: { range: string; from: string; to: string };
  from: Value | null;
  to: Value | null;
  /** What a typed text means, its comma read as a point; null for what is no value. */
  read: (text: string) => Value | null;
  onChange: (change: { from: Value | null } | { to: Value | null }) => void;
};

/** Narrows the list to a range of numbers. What is typed counts when one leaves the field or presses Enter. */
export function RangeFilter<Value extends string | number>({ labels, from, to, read, onChange }: RangeFilterProps<Value>) {
  return (
    <fieldset
      className={inputVariants({
        className: `col-span-2 flex h-9 min-w-0 items-center gap-1.5 py-0 ${from !== null || to !== null ? "border-accent" : ""}`,
      })}
    >
      <legend className="sr-only">{labels.range}</legend>
      <span aria-hidden className="text-sm text-muted">
        {labels.range}
      </span>
      <RangeField label={labels.from} value={from} read={read} onChange={(value) => onChange({ from: value })} />
      <span aria-hidden className="text-muted">
        –
      </span>
      <RangeField label={labels.to} value={to} read={read} onChange={(value) => onChange({ to: value })} />
    </fieldset>
  );
}

type RangeFieldProps<Value> = {
  label: string;
  value: Value | null;
  read: (text: string) => Value | null;
  onChange: (value: Value | null) => void;
};

function RangeField<Value extends string | number>({ label, value, read, onChange }: RangeFieldProps<Value>) {
  const [text, setText] = useState(value === null ? "" : String(value));
  // The address may change without us: by going back, or by dropping all filters.
  useEffect(() => setText(value === null ? "" : String(value)), [value]);
  const commit = () => {
    const typed = text.trim().replace(",", ".");
    const next = typed === "" ? null : read(typed);
    if (next !== value) onChange(next);
    else setText(value === null ? "" : String(value));
  };
  return (
    <input
      inputMode="decimal"
      aria-label={label}
      value={text}
      maxLength={20}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === "Enter" && commit()}
      className="w-11 min-w-0 flex-1 rounded-sm bg-transparent text-center text-sm tabular-nums sm:flex-none"
    />
  );
}
