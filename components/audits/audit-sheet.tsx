"use client";

import { Button } from "@heroui/react/button";
import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { Fragment, type ReactNode, useCallback, useEffect, useRef, useState, useTransition } from "react";
import { answerOr } from "@/components/ui/answer-or";
import type { AuditSheet as Audit } from "@/lib/audits/get-audit";
import { AuditStatusChip } from "./audit-status-chip";
import { CriterionCard } from "./criterion-card";
import { focusCard } from "./focus-card";
import { SavingState } from "./saving-state";
import { ScoreBar } from "./score-bar";
import type { SheetActions, SheetOutcome, SheetProblem } from "./sheet-actions";
import { SheetFoot } from "./sheet-foot";
import { SheetRemarks } from "./sheet-remarks";
import { takeSheetWish } from "./sheet-wish";
import { useAuditWatch } from "./use-audit-watch";
import { savingOf, useSheet } from "./use-sheet";
import { useSheetKeys } from "./use-sheet-keys";

type AuditSheetProps = {
  sheet: Audit;
  userId: string;
  actions: SheetActions;
  /** Where the machine's work on the call stands, as getAuditState tells it. */
  machine: string | null;
  hasPlayer: boolean;
  /** Who did what to the audit, for those who may see it; and what is said of the machine. */
  children?: ReactNode;
};

/** A scorecard to be answered: saves each answer by itself, shows the score of what is answered, and works by keys. */
export function AuditSheet({ sheet, userId, actions, machine, hasPlayer, children }: AuditSheetProps) {
  const t = useTranslations("auditSheet");
  const element = useRef<HTMLElement>(null);
  const { views, scored, remarks, isAway, revision, change, insist, discard, retry, flush, tellTabs } = useSheet({
    sheet,
    userId,
    actions,
  });
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [missingIds, setMissingIds] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<SheetProblem | null>(null);
  const [isPending, startTransition] = useTransition();
  useAuditWatch({
    campaignId: sheet.campaign.id,
    shown: { auditId: sheet.id, revision, status: sheet.status, machine },
    read: actions.readState,
  });

  const run = useCallback(
    (act: () => Promise<SheetOutcome>) =>
      startTransition(async () => {
        setProblem(null);
        const outcome = await answerOr(act(), { status: "refused", problem: "away" }).finally(tellTabs);
        if (outcome.status === "done") return setMissingIds(new Set());
        setProblem(outcome.problem);
        const [first] = outcome.criterionIds ?? [];
        setMissingIds(new Set(outcome.criterionIds));
        if (first) focusCard(first);
      }),
    [tellTabs],
  );
  const complete = () => {
    if (isPending) return;
    const unanswered = scored.unansweredIds;
    if (unanswered.length > 0) return run(async () => ({ status: "refused", problem: "unanswered", criterionIds: unanswered }));
    run(async () => {
      const isSaid = await remarks.store.save();
      return (await flush()) && isSaid ? actions.complete() : { status: "refused", problem: "unsent" };
    });
  };
  const { mayAnswer, mayComplete } = sheet.rights;
  const isOpen = sheet.status === "open";
  const press = useSheetKeys({
    ...{ element, views, currentId, isEditable: mayAnswer, isOpen, change },
    onComplete: () => mayComplete && complete(),
  });
  const firstId = views[0]?.criterion.id;
  useEffect(() => {
    if (firstId !== undefined && takeSheetWish()) focusCard(firstId);
  }, [firstId]);
  const suggestedCount = views.filter(
    ({ criterion, given }) => criterion.machine !== null && given.answer === null && criterion.critical === "none",
  ).length;
  const answeredSections = new Set(views.flatMap(({ criterion, given }) => (given.answer === null ? [] : [criterion.section])));
  const pendingCount = views.filter(({ pending }) => pending !== null).length;
  return (
    <section ref={element} aria-label={t("label")} onKeyDown={press} className="flex min-w-0 flex-col">
      <div className="z-10 flex flex-col gap-2 border-b border-separator bg-surface px-4 py-3 xl:sticky xl:top-0">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <AuditStatusChip status={sheet.status} />
          {sheet.kind === "calibration" && <span className="text-xs text-muted">{t("calibration")}</span>}
          <span className="text-xs text-muted">{t("version", { number: sheet.versionNumber ?? 0 })}</span>
          <span className="ms-auto">
            {mayAnswer && (
              <SavingState
                saving={isAway ? "unsent" : savingOf(views, remarks.state.status)}
                count={pendingCount}
                onRetry={() => {
                  void retry();
                  void remarks.store.save();
                }}
              />
            )}
          </span>
        </div>
        <ScoreBar
          scored={scored}
          passingScore={sheet.passingScore}
          answeredSections={answeredSections}
          answeredCount={views.length - scored.unansweredIds.length}
          count={views.length}
        />
        {mayAnswer && isOpen && suggestedCount > 0 && (
          <Button size="sm" variant="outline" className="self-start" isPending={isPending} onPress={() => run(actions.acceptSuggestions)}>
            <ListChecks aria-hidden />
            {t("acceptAll", { count: suggestedCount })}
          </Button>
        )}
      </div>
      {views.map((view, index) => {
        const { id, section } = view.criterion;
        return (
          <Fragment key={id}>
            {views[index - 1]?.criterion.section !== section && (
              <h2 className="border-t border-separator px-4 pt-3 pb-1 text-sm font-semibold first:border-t-0">{section}</h2>
            )}
            <CriterionCard
              view={view}
              number={index + 1}
              isCurrent={currentId === null ? index === 0 : currentId === id}
              isMissing={missingIds.has(id) && view.given.answer === null}
              isEditable={mayAnswer}
              isOpen={isOpen}
              hasPlayer={hasPlayer}
              onChange={(part, pace) => change(id, part, pace)}
              onDiscard={() => discard(id)}
              onInsist={() => insist(id)}
              onFocus={() => setCurrentId(id)}
            />
          </Fragment>
        );
      })}
      <div className="border-t border-separator">
        <SheetRemarks remarks={remarks} isEditable={mayAnswer} isOpen={isOpen} />
      </div>
      {children}
      <SheetFoot
        sheet={sheet}
        actions={actions}
        missingCount={scored.unansweredIds.length}
        problem={problem}
        isPending={isPending}
        onComplete={complete}
        run={run}
      />
    </section>
  );
}
