"use client";

import { inputVariants } from "@heroui/styles";
import { useFormatter, useTranslations } from "next-intl";
import { useId, useState } from "react";

type NumberFieldProps = {
  label: string;
  /** Only for those who do not see where it stands. */
  isLabelHidden?: boolean;
  /** Null is a blank field, where `isOptional` allows one. */
  value: number | null;
  onChange: (value: number | null) => void;
  min: number;
  max: number;
  decimals?: number;
  isOptional?: boolean;
  /** What stands behind the number. */
  unit?: string;
  isDisabled?: boolean;
};

/** A number as people type it, with a comma or a point. What is no such number stays to be mended and is said; the last good one counts. */
export function NumberField(props: NumberFieldProps) {
  const { label, isLabelHidden = false, value, onChange, min, max, decimals = 0, isOptional = false, unit, isDisabled } = props;
  const t = useTranslations("scorecard");
  const format = useFormatter();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null ? "" : format.number(value, { useGrouping: false, maximumFractionDigits: decimals });
  const read = (text: string) => readNumber(text, { min, max, decimals, isOptional });
  const isInvalid = typed !== null && read(typed) === undefined;
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <label htmlFor={id} className={isLabelHidden ? "sr-only" : "text-sm font-medium"}>
        {label}
      </label>
      <span className="flex items-center gap-1.5">
        <input
          id={id}
          inputMode={decimals > 0 ? "decimal" : "numeric"}
          autoComplete="off"
          value={typed ?? shown}
          disabled={isDisabled}
          aria-invalid={isInvalid}
          data-invalid={isInvalid}
          aria-describedby={isInvalid ? `${id}-error` : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            const number = read(event.target.value);
            if (number !== undefined && number !== value) onChange(number);
          }}
          onBlur={() => {
            if (!isInvalid) setTyped(null);
          }}
          className={inputVariants({ className: "w-20 text-end tabular-nums" })}
        />
        {unit && <span className="text-muted">{unit}</span>}
      </span>
      {isInvalid && (
        <span id={`${id}-error`} role="alert" className="text-xs text-danger">
          {t("numberWrong", { min, max, decimals })}
        </span>
      )}
    </div>
  );
}

type Limits = { min: number; max: number; decimals: number; isOptional: boolean };

/** Undefined where the text is no number of that kind. */
function readNumber(text: string, { min, max, decimals, isOptional }: Limits): number | null | undefined {
  const plain = text.trim().replace(",", ".");
  if (plain === "") return isOptional ? null : undefined;
  if (!/^\d+(\.\d*)?$/.test(plain) || (plain.split(".")[1] ?? "").length > decimals) return undefined;
  const number = Number(plain);
  return number >= min && number <= max ? number : undefined;
}
