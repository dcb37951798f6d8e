"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/ui/form-problem";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import { ConfirmSource, type UnconfirmedSource } from "./confirm-source";

export type SourceChooserState = null | { problem: "unknown_source" | "failed" } | ({ problem: "in_use" } & UnconfirmedSource);

type SourceChooserProps = {
  action: (state: SourceChooserState, form: FormData) => Promise<SourceChooserState>;
  sources: readonly OfferedSource[];
  /** The zone that the campaign's times are told in; null for the installation's. */
  timeZone: string | null;
};

/** Asks where a campaign's calls come from. Saving the answer shows the screen of that source. */
export function SourceChooser({ action, sources, timeZone }: SourceChooserProps) {
  const t = useTranslations("audioSources");
  const tSources = useTranslations("sources");
  const tForm = useTranslations("campaigns.form");
  const { state, isPending, formProps, send } = useKeptForm(action, { problem: "failed" });
  const unconfirmed = state?.problem === "in_use" ? state : null;

  const confirmSource = (source: OfferedSource) => {
    const fields = new FormData();
    fields.set("source", source);
    fields.set("confirmedSource", source);
    send(fields);
  };

  return (
    <>
      <form {...formProps} className="flex max-w-2xl flex-col gap-4">
        {state && !unconfirmed && (
          <FormProblem>{state.problem === "failed" ? tForm("failed") : tForm("errors.unknown_source", { address: "" })}</FormProblem>
        )}
        <fieldset>
          <legend className="mb-2 text-base font-semibold">{t("question")}</legend>
          <div className="flex flex-col gap-2">
            {sources.map((source) => (
              <label
                key={source}
                className="flex cursor-pointer gap-3 rounded-lg border border-border bg-surface p-4 hover:bg-surface-secondary has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
              >
                <input type="radio" name="source" value={source} required className="mt-0.5 size-4 shrink-0 accent-accent outline-none" />
                <span>
                  <span className="block font-medium">{tSources(source)}</span>
                  <span className="block text-muted">{t(`options.${source}`)}</span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
        <Button type="submit" isPending={isPending} className="self-start">
          {t("save")}
        </Button>
      </form>
      <ConfirmSource unconfirmed={unconfirmed} timeZone={timeZone} isPending={isPending} onConfirm={confirmSource} />
    </>
  );
}
