"use client";

import { inputVariants } from "@heroui/styles";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useId, useRef, useState, useTransition } from "react";
import { JobProgress } from "@/components/jobs/job-progress";
import { FormProblem } from "@/components/ui/form-problem";
import { useSuggestions } from "@/components/ui/use-suggestions";
import { tagMatchKey } from "@/lib/tags/tag-match-key";
import { type BulkActions, type BulkKind, type BulkOutcome, type BulkSelection, hasTarget, type TargetKind } from "./bulk-actions";

type BulkDialogProps = {
  kind: BulkKind;
  count: number;
  selection: BulkSelection;
  /** False where it needs a language model and there is none. */
  isPossible: boolean;
  actions: BulkActions;
  /** `hasRun`: something was ordered. */
  onClose: (hasRun: boolean) => void;
};

type Target = { id: string; name: string; note?: string };

/** Asks with what a job is to be done, orders it, and shows how far it has come. */
export function BulkDialog({ kind, count, selection, isPossible, actions, onClose }: BulkDialogProps) {
  const t = useTranslations("tasks.selection");
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [targetId, setTargetId] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const [isPending, startTransition] = useTransition();
  const jobId = outcome && "jobId" in outcome ? outcome.jobId : null;

  useEffect(() => dialog.current?.showModal(), []);

  const order = () =>
    startTransition(async () => {
      setOutcome(await actions.order({ kind, selection, targetId }).catch(() => ({ problem: "failed" as const })));
    });

  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      onClose={() => onClose(jobId !== null)}
      className="m-auto w-[min(32rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
    >
      <h2 id={`${id}-title`} className="mb-3 text-base font-semibold">
        {t(`titles.${kind}`, { count })}
      </h2>
      {jobId ? (
        <>
          <JobProgress jobId={jobId} cancel={actions.cancelJob} onEnd={() => router.refresh()} />
          <p className="mt-3 text-muted">{t("goesOn")}</p>
        </>
      ) : (
        <>
          {outcome && "problem" in outcome && <FormProblem>{t(`problems.${outcome.problem}`)}</FormProblem>}
          {hasTarget(kind) ? (
            <TargetChooser kind={kind} actions={actions} value={targetId} onChange={setTargetId} />
          ) : (
            <p className="text-muted">{t(isPossible ? `explained.${kind}` : "problems.no_model")}</p>
          )}
        </>
      )}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <button type="button" onClick={() => dialog.current?.close()} className="button button--md button--outline">
          {t(jobId || !isPossible ? "close" : "cancel")}
        </button>
        {!jobId && isPossible && (
          <button
            type="button"
            disabled={(hasTarget(kind) && targetId === null) || isPending}
            aria-busy={isPending}
            onClick={order}
            className="button button--md button--primary"
          >
            {t(`confirm.${kind}`)}
          </button>
        )}
      </div>
    </dialog>
  );
}

type TargetChooserProps = { kind: TargetKind; actions: BulkActions; value: string | null; onChange: (id: string) => void };

/** One operator or one tag, found by typing. */
function TargetChooser({ kind, actions, value, onChange }: TargetChooserProps) {
  const t = useTranslations("tasks.selection");
  const [text, setText] = useState("");
  const find = useCallback(
    (wanted: string): Promise<Target[]> => (kind === "assign_operator" ? actions.suggestOperators(wanted) : findTags(actions, wanted)),
    [kind, actions],
  );
  const targets = useSuggestions(text, find);
  return (
    <div className="mt-3 flex flex-col gap-2">
      <input
        type="search"
        aria-label={t(`search.${kind}`)}
        placeholder={t(`search.${kind}`)}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={inputVariants({ fullWidth: true })}
      />
      <fieldset className="h-56 overflow-y-auto rounded-lg border border-border">
        <legend className="sr-only">{t(`search.${kind}`)}</legend>
        {targets?.map((target) => (
          <label
            key={target.id}
            className="flex min-h-9 cursor-pointer items-center gap-2 px-3 py-1 hover:bg-surface-secondary has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name="target"
              value={target.id}
              checked={value === target.id}
              onChange={() => onChange(target.id)}
              className="size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0 wrap-anywhere">{target.name}</span>
            {target.note && <span className="ms-auto truncate text-xs text-muted">{target.note}</span>}
          </label>
        ))}
        {targets?.length === 0 && <p className="px-3 py-3 text-muted">{t(`none.${kind}`)}</p>}
      </fieldset>
    </div>
  );
}

async function findTags(actions: BulkActions, text: string): Promise<Target[]> {
  const wanted = tagMatchKey(text);
  const tags = await actions.listTags();
  return tags
    .filter(({ name }) => tagMatchKey(name).includes(wanted))
    .map(({ id, name, campaignName }) => ({ id, name, note: campaignName }));
}
