"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { Dices } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { FormField } from "@/components/ui/form-field";

type SeedFieldProps = { seed: string; error: ReactNode; onChange: () => void };

/** The seed of a draw, to be read, typed, or thrown anew. */
export function SeedField({ seed, error, onChange }: SeedFieldProps) {
  const t = useTranslations("sampleForm");
  const [value, setValue] = useState(seed);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  // A value that is set by the button is no input of the form's.
  // biome-ignore lint/correctness/useExhaustiveDependencies: told whenever the seed is another.
  useEffect(() => changed.current(), [value]);
  return (
    <FormField label={t("seed")} help={t("seedHelp")} error={error}>
      {(wiring) => (
        <div className="flex gap-1">
          <input
            {...wiring}
            name="seed"
            value={value}
            onChange={(event) => setValue(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            className={inputVariants({ fullWidth: true, className: "min-w-0 flex-1 font-mono" })}
          />
          <Button
            type="button"
            isIconOnly
            variant="outline"
            aria-label={t("anotherSeed")}
            onPress={() => setValue(crypto.randomUUID().slice(0, 8))}
          >
            <Dices aria-hidden />
          </Button>
        </div>
      )}
    </FormField>
  );
}
