"use client";

import { createColumnHelper, type RowSelectionState, type Updater, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { DataTable, type DataTablePart, dataTableFeatures, type SortLink } from "@/components/data-table/data-table";
import { selectionColumn } from "@/components/data-table/selection-column";
import { Duration } from "@/components/ui/duration";
import { TaskStatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { TaskListItem } from "@/lib/tasks/list-tasks";
import { DirectionSign } from "./direction-sign";
import { OperatorName } from "./operator-name";
import { outcomeColumns } from "./outcome-columns";
import { PartialSign } from "./partial-sign";
import { PhoneNumber } from "./phone-number";
import { Score } from "./score";
import { TaskLink } from "./task-link";
import { TaskSnippet } from "./task-snippet";

const helper = createColumnHelper<typeof dataTableFeatures, TaskListItem>();

/** Which rows somebody picked, by task id. */
export type TaskSelectionState = { picked: RowSelectionState; onChange: (updater: Updater<RowSelectionState>) => void };

type TaskTableProps = {
  tasks: TaskListItem[];
  /** The text that is looked for. */
  searched: string;
  sortLinks: Record<string, SortLink>;
  selection?: TaskSelectionState;
};

/** The list of tasks. Where the table has less room there are fewer columns; in the least the operator stands under the number. */
export function TaskTable({ tasks, searched, sortLinks, selection }: TaskTableProps) {
  const t = useTranslations("tasks");
  const outcomes = tasks.flatMap(({ outcome }) => outcome ?? []);
  const columns = useTaskColumns({
    searched,
    isSelectable: selection !== undefined,
    hasOutcomes: outcomes.length > 0,
    hasRevenue: outcomes.some(({ revenue }) => revenue !== null),
  });
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: tasks,
    getRowId: (task) => task.id,
    enableRowSelection: selection !== undefined,
    state: { rowSelection: selection?.picked ?? {} },
    ...(selection && { onRowSelectionChange: selection.onChange }),
  });
  const [openedWith] = useState(() => new Set(tasks.map(({ id }) => id)));
  return (
    <DataTable
      table={table}
      render={(part: DataTablePart<TaskListItem>): ReactNode => <table.FlexRender {...part} />}
      caption={t("caption")}
      sortLinks={sortLinks}
      isNew={(task) => !openedWith.has(task.id)}
    />
  );
}

type ShownColumns = { searched: string; isSelectable: boolean; hasOutcomes: boolean; hasRevenue: boolean };

function useTaskColumns({ searched, isSelectable, hasOutcomes, hasRevenue }: ShownColumns) {
  const t = useTranslations("tasks.columns");
  const tSelection = useTranslations("tasks.selection");
  const tSources = useTranslations("sources");
  return useMemo(
    () =>
      helper.columns([
        ...(isSelectable
          ? [selectionColumn<TaskListItem>({ all: tSelection("all"), row: (task) => tSelection("row", { id: task.id.slice(-8) }) })]
          : []),
        helper.accessor("createdAt", {
          id: "created",
          header: t("task"),
          cell: ({ row: { original: task } }) => (
            <>
              <span className="flex items-center gap-1.5">
                <TaskLink task={task} />
                <span className="@xl:hidden">
                  <TaskStatusChip status={task.status} isSignOnly />
                </span>
              </span>
              <span className="block text-xs text-muted @2xl:hidden">
                <TimeWithZone value={task.startedAt} isShort />
              </span>
              {task.snippet && <TaskSnippet taskId={task.id} snippet={task.snippet} searched={searched} />}
            </>
          ),
        }),
        helper.accessor("campaignName", {
          header: t("campaign"),
          meta: { className: "hidden max-w-36 @4xl:table-cell @min-[1240px]:max-w-44" },
          cell: ({ row: { original: task } }) => (
            <span className="block truncate" title={task.campaignName}>
              {task.campaignName}
            </span>
          ),
        }),
        helper.accessor("operatorName", {
          header: t("operator"),
          meta: { className: "hidden max-w-36 @2xl:table-cell @4xl:max-w-44" },
          cell: ({ row: { original: task } }) => <OperatorName name={task.operatorName} extension={task.extension} />,
        }),
        helper.accessor("direction", {
          header: t("direction"),
          // Pay-per-call calls come in, all of them: what came of them is worth the room more.
          meta: { className: hasOutcomes ? "hidden @min-[1600px]:table-cell" : "hidden @min-[1100px]:table-cell" },
          cell: ({ getValue }) => <DirectionSign direction={getValue()} />,
        }),
        helper.accessor("number", {
          header: t("number"),
          cell: ({ row: { original: task } }) => (
            <>
              <PhoneNumber number={task.number} />
              <span className="block max-w-40 text-xs @2xl:hidden">
                <OperatorName name={task.operatorName} extension={task.extension} />
              </span>
            </>
          ),
        }),
        helper.accessor("startedAt", {
          id: "started",
          header: t("started"),
          meta: { className: "hidden @2xl:table-cell whitespace-nowrap" },
          cell: ({ getValue }) => <TimeWithZone value={getValue()} isBrief />,
        }),
        helper.accessor("durationSeconds", {
          id: "duration",
          header: t("duration"),
          meta: { className: "hidden @xl:table-cell @2xl:@max-4xl:hidden", isNumeric: true },
          cell: ({ row: { original: task } }) => (
            <span className="inline-flex items-center gap-1.5">
              {task.isPartial && <PartialSign />}
              <Duration seconds={task.durationSeconds} />
            </span>
          ),
        }),
        helper.accessor("source", {
          header: t("source"),
          meta: { className: hasOutcomes ? "hidden @min-[1600px]:table-cell" : "hidden @min-[1240px]:table-cell" },
          cell: ({ getValue }) => tSources(getValue()),
        }),
        ...(hasOutcomes ? outcomeColumns({ t, hasRevenue }) : []),
        helper.accessor("status", {
          header: t("status"),
          meta: { className: "hidden @xl:table-cell" },
          cell: ({ getValue }) => <TaskStatusChip status={getValue()} />,
        }),
        helper.accessor("score", {
          header: t("score"),
          meta: { className: "hidden @4xl:table-cell", isNumeric: true },
          cell: ({ row: { original: task } }) => (
            <Score score={task.score} passingScore={task.passingScore} isHidden={task.isScoreHidden} />
          ),
        }),
      ]),
    [t, tSources, tSelection, searched, isSelectable, hasOutcomes, hasRevenue],
  );
}
