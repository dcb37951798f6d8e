"use client";

import { Button } from "@heroui/react/button";
import { Plus, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { ScorecardCampaign } from "@/lib/scorecards/list-scorecard-campaigns";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import { MAX_CRITERIA, MAX_SECTIONS } from "@/lib/scorecards/scorecard-limits";
import type { ScorecardSeen } from "@/lib/scorecards/scorecard-seen";
import { SectionEditor } from "./builder-section";
import { type BuilderSection, freeSectionTitle, isNamedAsTheOneBefore, type ScorecardEdit } from "./edit-scorecard";
import { PublishPanel } from "./publish-panel";
import { SaveProblem, SaveStatus } from "./save-status";
import type { ScorecardActions } from "./scorecard-actions";
import { ScorecardTools } from "./scorecard-tools";
import { useScorecardEditor } from "./use-scorecard-editor";
import { WorkedExample } from "./worked-example";

type ScorecardBuilderProps = {
  campaignId: number;
  content: ScorecardContent;
  seen: ScorecardSeen;
  hasDraft: boolean;
  /** The latest version; 0 before the first. */
  publishedNumber: number;
  passingScore: number;
  hasLanguageModel: boolean;
  /** Where a copy can go. */
  targets: ScorecardCampaign[];
  exportPath: string;
  actions: ScorecardActions;
};

/** Draws up a scorecard: sections and criteria, what comes of them in an example, and the way to a version of it. */
export function ScorecardBuilder(props: ScorecardBuilderProps) {
  const {
    campaignId,
    content,
    seen,
    hasDraft: hadDraft,
    publishedNumber,
    passingScore,
    hasLanguageModel,
    targets,
    exportPath,
    actions,
  } = props;
  const t = useTranslations("scorecard");
  const { sections, generation, edit, replace, saveState, saver, latest } = useScorecardEditor({
    ...{ content, seen, save: actions.saveDraft },
  });
  const [hasDraft, setHasDraft] = useState(hadDraft);
  const [openKeys, setOpenKeys] = useState<ReadonlySet<string>>(new Set());
  const [undo, setUndo] = useState<BuilderSection[] | null>(null);
  const focusSoon = useFocusSoon();
  const criterionCount = sections.reduce((sum, { criteria }) => sum + criteria.length, 0);
  const isFull = criterionCount >= MAX_CRITERIA;
  const titles = JSON.stringify(sections.map(({ id, title }) => ({ id, title })));
  // The same list as long as no title changes, so that a letter typed in one question does not draw all others anew.
  const choices = useMemo((): { id: string; title: string }[] => JSON.parse(titles), [titles]);

  const change = useCallback(
    (next: ScorecardEdit) => {
      const isRemoval = next.type === "remove_criterion" || next.type === "remove_section";
      setUndo(isRemoval ? latest() : null);
      setHasDraft(true);
      edit(next);
    },
    [edit, latest],
  );
  const setOpen = useCallback((key: string, isOpen: boolean) => {
    setOpenKeys((known) => new Set(isOpen ? [...known, key] : [...known].filter((other) => other !== key)));
  }, []);
  const show = (next: ScorecardContent, now: ScorecardSeen, isDraft: boolean) => {
    replace(next, now);
    setHasDraft(isDraft);
    setUndo(null);
  };
  const goTo = ({ sectionId, key }: { sectionId: string | null; key: string | null }) => {
    if (key !== null) setOpen(key, true);
    focusSoon(key === null ? `title-${sectionId}` : `criterion-${key}`);
  };

  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-4">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <p className="flex flex-wrap items-center gap-x-3 text-sm">
            <span>{stateWords(t, { hasDraft, publishedNumber })}</span>
            <SaveStatus state={saveState} />
          </p>
          <ScorecardTools
            campaignId={campaignId}
            hasDraft={hasDraft}
            publishedNumber={publishedNumber}
            targets={targets}
            exportPath={exportPath}
            saver={saver}
            actions={actions}
            show={show}
          />
        </div>
        <SaveProblem
          state={saveState}
          onRetry={() => void saver.flush()}
          onReload={() => {
            // What waits is given up on purpose, so that the browser need not ask.
            saver.settle(saver.seen());
            window.location.reload();
          }}
          onOverwrite={() => void saver.overwrite()}
        />
        {undo !== null && (
          <div role="status" className="flex flex-wrap items-center gap-3 rounded-lg bg-surface-secondary px-3 py-2">
            {t("removed")}
            <button
              type="button"
              id="undo-removal"
              onClick={() => change({ type: "restore", sections: undo })}
              className="button button--sm button--outline"
            >
              <Undo2 aria-hidden />
              {t("undo")}
            </button>
          </div>
        )}
        {sections.map((section, index) => (
          <SectionEditor
            // What replaces a draft may have the same ids, and an open question would keep what was typed in it.
            key={`${generation} ${section.id}`}
            section={section}
            index={index}
            isNamedAsTheOneBefore={isNamedAsTheOneBefore(sections, index)}
            sections={choices}
            isFull={isFull}
            openKeys={section.criteria.flatMap(({ key }) => (openKeys.has(key) ? [key] : [])).join(" ")}
            setOpen={setOpen}
            hasLanguageModel={hasLanguageModel}
            edit={change}
            focusSoon={focusSoon}
          />
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <Button
            variant="outline"
            isDisabled={isFull || sections.length >= MAX_SECTIONS}
            onPress={() => {
              change({ type: "add_section", title: freeSectionTitle(sections, (number) => t("sectionNumber", { number })) });
              const added = latest().at(-1);
              if (added?.criteria[0]) setOpen(added.criteria[0].key, true);
              focusSoon(`title-${added?.id}`);
            }}
          >
            <Plus aria-hidden />
            {t("addSection")}
          </Button>
          {(isFull || sections.length >= MAX_SECTIONS) && (
            <span className="text-sm text-muted">{t("full", { sections: MAX_SECTIONS, criteria: MAX_CRITERIA })}</span>
          )}
        </div>
      </div>
      <div className="flex min-w-0 flex-col gap-4 xl:sticky xl:top-4 xl:max-h-[calc(100vh-2rem)] xl:overflow-y-auto">
        <PublishPanel
          sections={sections}
          hasDraft={hasDraft}
          nextNumber={publishedNumber + 1}
          spread={() => change({ type: "spread_weights" })}
          goTo={goTo}
          publish={async (note) => {
            if (!(await saver.flush())) return { status: "unsaved" };
            const result = await actions.publishDraft(saver.seen(), note).catch(() => ({ status: "failed" as const }));
            if (result.status === "published") setHasDraft(false);
            return result;
          }}
        />
        {sections.length > 0 && <WorkedExample sections={sections} passingScore={passingScore} />}
      </div>
    </div>
  );
}

type StateWordsInput = { hasDraft: boolean; publishedNumber: number };

function stateWords(t: ReturnType<typeof useTranslations<"scorecard">>, { hasDraft, publishedNumber }: StateWordsInput): string {
  if (publishedNumber === 0) return t("states.neverPublished");
  return t(hasDraft ? "states.draft" : "states.published", { number: publishedNumber });
}

/** Gives a function that puts the focus on the first of these elements that can take it, or on the text in it, as soon as it is there. */
function useFocusSoon() {
  const wanted = useRef<string[]>([]);
  const [, redraw] = useState(0);
  useEffect(() => {
    const found = wanted.current.map((id) => document.getElementById(id)?.querySelector("textarea") ?? document.getElementById(id));
    wanted.current = [];
    const element = found.find((one) => one !== null && !one.matches(":disabled"));
    element?.scrollIntoView({ block: "nearest" });
    element?.focus();
  });
  return useCallback((...ids: string[]) => {
    wanted.current = ids;
    redraw((count) => count + 1);
  }, []);
}
