"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { type Ref, useId, useRef, useState, useTransition } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import { MAX_SCORECARD_FILE_BYTES } from "@/lib/scorecards/scorecard-limits";
import { FileProblems } from "./file-problems";
import type { ImportScorecardResult } from "./scorecard-actions";

type ImportDialogProps = {
  ref: Ref<HTMLDialogElement>;
  /** Whether what is there as a draft is lost by it. */
  hasDraft: boolean;
  importText: (text: string) => Promise<ImportScorecardResult>;
};

/** Takes a scorecard in from a file. What is wrong with the file is said with where it is. */
export function ImportDialog({ ref, hasDraft, importText }: ImportDialogProps) {
  const t = useTranslations("scorecard.import");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [result, setResult] = useState<ImportScorecardResult | { status: "no_file" } | null>(null);
  const [isPending, startImporting] = useTransition();
  const submit = () =>
    startImporting(async () => {
      const file = input.current?.files?.[0];
      if (!file) return setResult({ status: "no_file" });
      if (file.size > MAX_SCORECARD_FILE_BYTES) return setResult({ status: "refused", problems: [{ code: "too_large" }] });
      const imported = await importText(await file.text());
      if (imported.status !== "imported") return setResult(imported);
      setResult(null);
      form.current?.reset();
      form.current?.closest("dialog")?.close();
    });
  return (
    <dialog
      ref={ref}
      aria-labelledby={`${id}-title`}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
    >
      <h2 id={`${id}-title`} className="text-base font-semibold">
        {t("title")}
      </h2>
      <form ref={form} method="dialog" className="mt-1 flex flex-col gap-3">
        <p className="text-muted">{t(hasDraft ? "descriptionDraft" : "description")}</p>
        <label className="flex flex-col gap-1">
          <span className="text-sm font-medium">{t("file")}</span>
          <input
            ref={input}
            type="file"
            accept=".json,application/json"
            onChange={() => setResult(null)}
            className="max-w-full cursor-pointer text-sm file:me-3 file:h-9 file:cursor-pointer file:rounded-lg file:border file:border-solid file:border-field-line file:bg-field file:px-3"
          />
        </label>
        {result?.status === "refused" && <FileProblems problems={result.problems} />}
        {result !== null && result.status !== "refused" && result.status !== "imported" && (
          <FormProblem>{t(`problems.${result.status}`)}</FormProblem>
        )}
        <div className="mt-2 flex flex-wrap justify-end gap-2">
          <Button type="submit" variant="outline">
            {t("cancel")}
          </Button>
          <Button isPending={isPending} onPress={submit}>
            {t("submit")}
          </Button>
        </div>
      </form>
    </dialog>
  );
}
