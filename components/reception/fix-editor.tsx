"use client";

import { Button } from "@heroui/react/button";
import { textAreaVariants } from "@heroui/styles";
import { useTranslations } from "next-intl";
import { type FormEvent, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { FormField } from "@/components/ui/form-field";
import type { DeliveryCheck } from "@/lib/reception/check-delivery";
import { CheckSummary } from "./check-summary";
import { ReplayResult, type ReplayState } from "./replay-result";

const TYPING_MS = 350;

type FixEditorProps = {
  body: string;
  check: (text: string) => Promise<DeliveryCheck | null>;
  /** Takes in what `body` of the form holds. */
  replay: (state: ReplayState, form: FormData) => Promise<ReplayState>;
};

/** A delivery's body to be corrected, with what would become of it as one types. */
export function FixEditor({ body, check, replay }: FixEditorProps) {
  const t = useTranslations("reception.fix");
  const [text, setText] = useState(body);
  const [state, replayCorrected, isPending] = useActionState(replay, null);
  const { found, isCurrent } = useCheck(text, check);
  const area = useRef<HTMLTextAreaElement>(null);
  const position = found?.isRefused ? found.position : null;

  // Sent this way, the form keeps what was typed.
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData();
    // A form field would turn every line break into two characters.
    form.set("body", new Blob([text], { type: "text/plain" }));
    startTransition(() => replayCorrected(form));
  };

  const goTo = ({ line, column }: { line: number; column: number }) => {
    const before = text.split("\n").slice(0, line - 1);
    const offset = before.reduce((sum, { length }) => sum + length + 1, 0) + column - 1;
    area.current?.focus();
    area.current?.setSelectionRange(offset, Math.min(offset + 1, text.length));
  };

  return (
    <form onSubmit={submit} className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <FormField label={t("body")} help={t("bodyHelp")}>
        {(wiring) => (
          <textarea
            {...wiring}
            ref={area}
            rows={24}
            dir="ltr"
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            className={textAreaVariants({ fullWidth: true, className: "font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere" })}
          />
        )}
      </FormField>
      <section aria-labelledby="fix-check" className="flex flex-col gap-3 rounded-lg border border-border bg-surface p-4">
        <h2 id="fix-check" className="text-sm font-semibold">
          {t("check")}
        </h2>
        <div aria-live="polite" aria-busy={!isCurrent}>
          {found ? <CheckSummary check={found} /> : <p className="text-muted">{t("checking")}</p>}
        </div>
        {position && (
          <Button size="sm" variant="outline" onPress={() => goTo(position)} className="self-start">
            {t("goTo", { line: position.line, column: position.column })}
          </Button>
        )}
        <p className="border-t border-separator pt-3 text-xs text-muted">{t("copyHelp")}</p>
        <Button type="submit" isPending={isPending} isDisabled={text === ""} className="self-start">
          {t("action")}
        </Button>
        <ReplayResult state={state} />
      </section>
    </form>
  );
}

/** What would become of a text: asked once typing rests. Of answers that overtake each other the last text's counts. */
function useCheck(text: string, check: FixEditorProps["check"]): { found: DeliveryCheck | null; isCurrent: boolean } {
  const [checked, setChecked] = useState<{ text: string; found: DeliveryCheck | null }>({ text: "", found: null });
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(async () => {
      const found = await check(text).catch(() => null);
      if (isWanted) setChecked({ text, found });
    }, TYPING_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [text, check]);
  return { found: checked.found, isCurrent: checked.text === text };
}
