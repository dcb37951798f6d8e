"use client";

import { Button } from "@heroui/react/button";
import { textAreaVariants } from "@heroui/styles";
import { MessageSquareWarning } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { FormField } from "@/components/ui/form-field";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { DisputeAction } from "./dispute-form-state";
import { DisputeProblemText } from "./dispute-problem-text";

/** Has an agent object to one answer, and say why. Closed it is one button, which says how long there is. */
export function DisputeAnswer({ action, question, untilWord }: { action: DisputeAction; question: string; untilWord: string }) {
  const t = useTranslations("disputes.open");
  const { state, isPending, formProps } = useKeptForm(action, { status: "refused", problem: "failed" });
  const [isOpen, setIsOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  if (!isOpen)
    return (
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button ref={opener} size="sm" variant="outline" aria-label={t("actionFor", { question })} onPress={() => setIsOpen(true)}>
          <MessageSquareWarning aria-hidden />
          {t("action")}
        </Button>
        <span className="text-xs text-muted" suppressHydrationWarning>
          {untilWord}
        </span>
      </div>
    );
  return (
    <form {...formProps} className="mt-2 flex flex-col gap-3 rounded-lg border border-border p-3">
      <DisputeProblemText state={state} />
      <FormField label={t("reason")} help={t("reasonHelp")}>
        {(wiring) => (
          <textarea
            {...wiring}
            name="reason"
            rows={3}
            maxLength={2000}
            // biome-ignore lint/a11y/noAutofocus: whoever opens the form is about to write.
            autoFocus
            className={textAreaVariants({ fullWidth: true })}
          />
        )}
      </FormField>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" isPending={isPending}>
          {t("submit")}
        </Button>
        <Button size="sm" variant="ghost" onPress={() => setIsOpen(false)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
