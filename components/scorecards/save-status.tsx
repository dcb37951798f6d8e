"use client";

import { Button } from "@heroui/react/button";
import { Check, LoaderCircle, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { FormProblem } from "@/components/ui/form-problem";
import type { SaveState } from "./make-autosaver";

/** Whether what is on screen is kept. */
export function SaveStatus({ state }: { state: SaveState }) {
  const t = useTranslations("scorecard.save");
  const isBusy = state === "unsaved" || state === "saving";
  const Icon = isBusy ? LoaderCircle : state === "saved" ? Check : TriangleAlert;
  return (
    <span role="status" className="inline-flex items-center gap-1.5 text-sm text-muted">
      {state !== "idle" && (
        <>
          <Icon aria-hidden className={`size-4 ${isBusy ? "motion-safe:animate-spin" : ""}`} />
          {t(isBusy ? "saving" : state)}
        </>
      )}
    </span>
  );
}

type SaveProblemProps = { state: SaveState; onRetry: () => void; onReload: () => void; onOverwrite: () => void };

/** Why what is on screen is not kept, and the ways out. */
export function SaveProblem({ state, onRetry, onReload, onOverwrite }: SaveProblemProps) {
  const t = useTranslations("scorecard.save");
  if (state !== "failed" && state !== "conflict" && state !== "refused") return null;
  return (
    <div className="flex flex-col gap-2">
      <FormProblem>{t(`problems.${state}`)}</FormProblem>
      <div className="flex flex-wrap gap-2">
        {state === "conflict" ? (
          <>
            <Button size="sm" variant="outline" onPress={onReload}>
              {t("loadTheirs")}
            </Button>
            <Button size="sm" variant="outline" onPress={onOverwrite}>
              {t("keepMine")}
            </Button>
          </>
        ) : (
          <Button size="sm" variant="outline" onPress={onRetry}>
            {t("retry")}
          </Button>
        )}
      </div>
    </div>
  );
}
