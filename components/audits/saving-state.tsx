"use client";

import { CloudAlert, CloudCheck, CloudUpload, PencilLine } from "lucide-react";
import { useTranslations } from "next-intl";

type SavingStateProps = { saving: "saved" | "saving" | "unsent" | "held"; count: number; onRetry: () => void };

const SIGNS = { saved: CloudCheck, saving: CloudUpload, unsent: CloudAlert, held: PencilLine };

/** How far a sheet is saved, told to those who do not see it only when something is not. */
export function SavingState({ saving, count, onRetry }: SavingStateProps) {
  const t = useTranslations("auditSheet.saving");
  const Sign = SIGNS[saving];
  const isProblem = saving === "unsent" || saving === "held";
  return (
    <p className={`inline-flex items-center gap-1 text-xs ${isProblem ? "text-warning-soft-foreground" : "text-muted"}`}>
      <Sign aria-hidden className="size-3.5 shrink-0" />
      <span data-saving={saving}>{t(saving, { count })}</span>
      <span role="status" className="sr-only">
        {isProblem ? t(saving, { count }) : ""}
      </span>
      {saving === "unsent" && (
        <button type="button" onClick={onRetry} className="rounded-sm text-accent hover:underline">
          {t("retry")}
        </button>
      )}
    </p>
  );
}
