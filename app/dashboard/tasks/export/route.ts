import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { DIRECTIONS, SOURCES, TASK_STATUSES } from "@/db/enums";
import { getViewer } from "@/lib/auth/get-viewer";
import { EXPORT_MEDIA_TYPES, exportFormat } from "@/lib/export/export-format";
import { answerFile } from "@/lib/http/answer-file";
import { exportTasks, TASK_EXPORT_COLUMNS, type TaskExportWords } from "@/lib/tasks/export-tasks";
import { filtersOf } from "../filters-of";
import { loadTaskSearchParams } from "../search-params";

/** The list at the same address as a file, for whoever is signed in: what they see of it, however long it is. */
export async function GET(request: Request): Promise<Response> {
  const viewer = await getViewer();
  if (!viewer) return new Response(null, { status: 401 });
  const url = new URL(request.url);
  const format = exportFormat.safeParse(url.searchParams.get("format"));
  if (!format.success) return Response.json({ error: { code: "invalid", message: "format must be csv or xlsx." } }, { status: 422 });
  const params = loadTaskSearchParams(url.searchParams);
  const sort = { key: params.sort, order: params.order };
  const pieces = exportTasks({ viewer, filters: filtersOf(params), sort, format: format.data, words: await exportWords() });
  const name = `auditoria-tasks-${new Date().toISOString().slice(0, 10)}.${format.data}`;
  return answerFile({ pieces, mediaType: EXPORT_MEDIA_TYPES[format.data], name });
}

async function exportWords(): Promise<TaskExportWords> {
  const [t, tScore, tAll] = await Promise.all([getTranslations("tasks.export"), getTranslations("tasks.score"), getTranslations()]);
  return {
    columns: named(TASK_EXPORT_COLUMNS, (column) => t(`columns.${column}`)),
    directions: named(DIRECTIONS, (direction) => tAll(`directions.${direction}`)),
    sources: named(SOURCES, (source) => tAll(`sources.${source}`)),
    statuses: named(TASK_STATUSES, (status) => tAll(`taskStatuses.${status}`)),
    passed: t("passed"),
    failed: t("failed"),
    hidden: tScore("hidden"),
    yes: t("yes"),
    no: t("no"),
  };
}

function named<const Words extends readonly string[]>(closedSet: Words, wordOf: (word: Words[number]) => string) {
  return z.record(z.enum(closedSet), z.string()).parse(Object.fromEntries(closedSet.map((word: Words[number]) => [word, wordOf(word)])));
}
