"use client";

import type { RowSelectionState } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { SortLink } from "@/components/data-table/data-table";
import type { TaskListItem } from "@/lib/tasks/list-tasks";
import type { BulkActions, BulkKind, BulkSelection } from "./bulk-actions";
import { TaskTable } from "./task-table";

const loadDialog = () => import("./bulk-dialog");
const BulkDialog = lazy(async () => ({ default: (await loadDialog()).BulkDialog }));

type TaskListProps = {
  tasks: TaskListItem[];
  searched: string;
  sortLinks: Record<string, SortLink>;
  /** The list's address after the question mark: what "all that match" means. */
  query: string;
  /** Whether more match than the page shows. */
  hasMore: boolean;
  /** What may be done with many tasks at once; nothing is picked where this is empty. */
  kinds: BulkKind[];
  hasLanguageModel: boolean;
  actions: BulkActions;
};

/** The list of tasks in which some, or all that match, can be picked to do one thing with them. */
export function TaskList({ tasks, searched, sortLinks, query, hasMore, kinds, hasLanguageModel, actions }: TaskListProps) {
  const t = useTranslations("tasks.selection");
  const [picked, setPicked] = useState<RowSelectionState>({});
  const [matchingCount, setMatchingCount] = useState<number | null>(null);
  const [isCounting, setIsCounting] = useState(false);
  const [kind, setKind] = useState<BulkKind | null>(null);
  // A task that left the page, by a filter or because it moved on, is picked no longer.
  const taskIds = tasks.filter(({ id }) => picked[id]).map(({ id }) => id);
  const isEverything = matchingCount !== null && taskIds.length === tasks.length;
  const selection: BulkSelection = isEverything ? { kind: "matching", query } : { kind: "picked", taskIds };
  const count = isEverything ? matchingCount : taskIds.length;

  const drop = () => {
    setPicked({});
    setMatchingCount(null);
  };
  const countMatching = async () => {
    setIsCounting(true);
    setMatchingCount(await actions.countMatching(query));
    setIsCounting(false);
  };

  return (
    <>
      {kinds.length > 0 && taskIds.length > 0 && (
        <div className="flex flex-wrap items-center gap-2 border-b border-border bg-accent-soft px-3 py-1.5">
          <p role="status" className="me-2 font-medium tabular-nums">
            {t("count", { count })}
          </p>
          {hasMore && taskIds.length === tasks.length && !isEverything && (
            <button type="button" disabled={isCounting} onClick={countMatching} className="button button--sm button--ghost text-accent">
              {t("matching")}
            </button>
          )}
          {kinds.map((offered) => (
            <button
              key={offered}
              type="button"
              onPointerEnter={loadDialog}
              onClick={() => setKind(offered)}
              className="button button--sm button--outline"
            >
              {t(`kinds.${offered}`)}
            </button>
          ))}
          <button type="button" onClick={drop} className="button button--sm button--ghost ms-auto">
            {t("drop")}
          </button>
        </div>
      )}
      <TaskTable
        tasks={tasks}
        searched={searched}
        sortLinks={sortLinks}
        {...(kinds.length > 0 && {
          selection: {
            picked,
            onChange: (updater) => {
              setMatchingCount(null);
              setPicked(updater);
            },
          },
        })}
      />
      {kind && (
        <Suspense>
          <BulkDialog
            kind={kind}
            count={count}
            selection={selection}
            isPossible={kind !== "analyse_tasks" || hasLanguageModel}
            actions={actions}
            onClose={(hasRun) => {
              setKind(null);
              if (hasRun) drop();
            }}
          />
        </Suspense>
      )}
    </>
  );
}
