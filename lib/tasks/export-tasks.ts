import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { amountCell } from "@/lib/export/amount-cell";
import type { ExportCell } from "@/lib/export/cell";
import type { ExportFormat } from "@/lib/export/export-format";
import { writeCsv } from "@/lib/export/write-csv";
import { writeXlsx } from "@/lib/export/write-xlsx";
import { log } from "@/lib/log";
import { listTaskPieces } from "./list-task-pieces";
import type { TaskListItem } from "./list-tasks";
import type { TaskFilters, TaskSort } from "./task-filters";

export const TASK_EXPORT_COLUMNS = [
  "task",
  "campaignId",
  "campaign",
  "operator",
  "extension",
  "direction",
  "number",
  "started",
  "created",
  "durationSeconds",
  "source",
  "status",
  "failure",
  "score",
  "result",
  "isPartial",
  "converted",
  "revenue",
  "buyer",
  "publisher",
] as const;
export type TaskExportColumn = (typeof TASK_EXPORT_COLUMNS)[number];

/** The words of an export in its reader's language: column heads, and what closed sets are called. */
export type TaskExportWords = {
  columns: Record<TaskExportColumn, string>;
  directions: Record<TaskListItem["direction"], string>;
  sources: Record<TaskListItem["source"], string>;
  statuses: Record<TaskListItem["status"], string>;
  passed: string;
  failed: string;
  /** Stands for the result of a call that the viewer has still to calibrate. */
  hidden: string;
  yes: string;
  no: string;
};

type ExportTasksInput = { viewer: Viewer; filters: TaskFilters; sort: TaskSort; format: ExportFormat; words: TaskExportWords };

/**
 * The list as filtered and sorted, as a file, piece by piece; only what the viewer may see. Times are in UTC, durations in seconds. However it
 * ends, the audit log has who took how many rows of what.
 */
export async function* exportTasks({ viewer, filters, sort, format, words }: ExportTasksInput): AsyncGenerator<Uint8Array> {
  let rowCount = 0;
  let isWhole = false;
  async function* rows(): AsyncGenerator<ExportCell[][]> {
    for await (const piece of listTaskPieces({ viewer, filters, sort })) {
      rowCount += piece.length;
      yield piece.map((task) => cellsOf(task, words));
    }
  }
  const table = { head: TASK_EXPORT_COLUMNS.map((column) => words.columns[column]), rows: rows() };
  try {
    yield* format === "csv" ? writeCsv(table) : writeXlsx(table);
    isWhole = true;
  } finally {
    const details = { filters, sort, format, rowCount, isWhole };
    await recordAuditEntry({ actor: viewer, action: "tasks.exported", object: { kind: "task_list", id: format }, details }).catch((error) =>
      log.error({ err: error, userId: viewer.userId, rowCount }, "an export could not be noted in the audit log"),
    );
  }
}

function cellsOf(task: TaskListItem, words: TaskExportWords): ExportCell[] {
  const cells: Record<TaskExportColumn, ExportCell> = {
    task: task.id,
    campaignId: task.campaignId,
    campaign: task.campaignName,
    operator: task.operatorName,
    extension: task.extension,
    direction: words.directions[task.direction],
    number: task.number,
    started: task.startedAt,
    created: task.createdAt,
    durationSeconds: task.durationSeconds,
    source: words.sources[task.source],
    status: words.statuses[task.status],
    failure: task.failure,
    score: task.score,
    result: task.isScoreHidden ? words.hidden : task.score === null ? null : task.score >= task.passingScore ? words.passed : words.failed,
    isPartial: task.isPartial ? words.yes : null,
    converted: task.outcome?.converted == null ? null : task.outcome.converted ? words.yes : words.no,
    revenue: amountCell(task.outcome?.revenue ?? null),
    buyer: task.outcome?.buyerName ?? null,
    publisher: task.outcome?.publisherName ?? null,
  };
  return TASK_EXPORT_COLUMNS.map((column) => cells[column]);
}
