"use client";

import { Button } from "@heroui/react/button";
import { ClipboardList, CopyPlus, FilePlus2, ListChecks, Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { FormProblem } from "@/components/ui/form-problem";
import type { ScorecardCampaign } from "@/lib/scorecards/list-scorecard-campaigns";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import type { ScorecardSeen } from "@/lib/scorecards/scorecard-seen";
import { CopyDialog } from "./copy-dialog";
import { blankCriterion } from "./edit-scorecard";
import { ImportDialog } from "./import-dialog";
import type { ScorecardActions } from "./scorecard-actions";

type BeginScorecardProps = {
  campaignId: number;
  seen: ScorecardSeen;
  template: ScorecardContent;
  /** Campaigns with a scorecard to copy. */
  sources: ScorecardCampaign[];
  actions: ScorecardActions;
};

/** Stands where the scorecard of a campaign would be: what is missing without one, and four ways to begin. */
export function BeginScorecard({ campaignId, seen, template, sources, actions }: BeginScorecardProps) {
  const t = useTranslations("scorecard");
  const [problem, setProblem] = useState<"failed" | "conflict" | "refused" | null>(null);
  const [isPending, startBeginning] = useTransition();
  const importDialog = useRef<HTMLDialogElement>(null);
  const copyDialog = useRef<HTMLDialogElement>(null);
  const begin = (content: ScorecardContent) =>
    startBeginning(async () => {
      const result = await actions.saveDraft(seen, content).catch(() => ({ status: "failed" as const }));
      setProblem(result.status === "saved" ? null : result.status);
    });
  return (
    <>
      {problem !== null && <FormProblem>{t(`save.problems.${problem}`)}</FormProblem>}
      <EmptyState
        icon={ClipboardList}
        title={t("begin.title")}
        description={t("begin.description")}
        action={
          <>
            <Button isPending={isPending} onPress={() => begin(template)}>
              <ListChecks aria-hidden />
              {t("begin.template")}
            </Button>
            <Button
              variant="outline"
              isDisabled={isPending}
              onPress={() => begin({ sections: [{ title: t("sectionNumber", { number: 1 }), criteria: [blankCriterion()] }] })}
            >
              <FilePlus2 aria-hidden />
              {t("begin.scratch")}
            </Button>
            <Button variant="outline" isDisabled={isPending} onPress={() => importDialog.current?.showModal()}>
              <Upload aria-hidden />
              {t("begin.import")}
            </Button>
            {sources.length > 0 && (
              <Button variant="outline" isDisabled={isPending} onPress={() => copyDialog.current?.showModal()}>
                <CopyPlus aria-hidden />
                {t("begin.copy")}
              </Button>
            )}
          </>
        }
      />
      <ImportDialog
        ref={importDialog}
        hasDraft={false}
        importText={(text) => actions.importScorecard(seen, text).catch(() => ({ status: "failed" as const }))}
      />
      <CopyDialog
        ref={copyDialog}
        title={t("begin.copy")}
        description={t("begin.copyDescription")}
        campaigns={sources}
        copy={(from, isConfirmed) => actions.duplicateScorecard(from, campaignId, isConfirmed)}
      />
    </>
  );
}
