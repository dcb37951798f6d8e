import type { Viewer } from "@/lib/auth/viewer";
import type { TaskFilters, TaskSort } from "@/lib/tasks/task-filters";
import { explainSlowStatements } from "../harness/explain-slow-statements";
import type { LineOptions, LineReport } from "../harness/line-report";
import { openBenchInstallation } from "../harness/open-bench-installation";
import { seedTasks } from "../harness/seed-tasks";
import { seedTranscripts } from "../harness/seed-transcripts";
import { timeReads } from "../harness/time-reads";

const MUST_MS = 150;
const PAGE_SIZE = 100;
const SEGMENTS_PER_TASK = 25;

type Case = { what: string; filters: TaskFilters; sort?: TaskSort; viewer?: Partial<Viewer> };

/** Milliseconds of the list of tasks, with the words around each hit, when it is asked for what is said in calls: words frequent and rare. */
export async function measureTranscriptSearch({ isQuick }: LineOptions): Promise<LineReport> {
  const [count, repetitions] = isQuick ? [2_000, 5] : [40_000, 25];
  const { sql, dataDir, close } = await openBenchInstallation();
  const seededAt = performance.now();
  const campaignIds = await seedTasks({ sql, count });
  await seedTranscripts({ sql, segmentsPerTask: SEGMENTS_PER_TASK });
  const seedSeconds = (performance.now() - seededAt) / 1_000;
  await explainSlowStatements(sql, MUST_MS);
  const { listTasks } = await import("@/lib/tasks/list-tasks");
  const reads = casesOf(campaignIds).map(({ what, filters, sort = NEWEST, viewer = {} }) => ({
    what,
    read: async () => {
      const { items } = await listTasks({ viewer: { ...ADMIN, ...viewer }, filters, sort, limit: PAGE_SIZE });
      return `${items.length} rows, ${items.filter(({ snippet }) => snippet !== null).length} with what is said`;
    },
  }));
  const figures = await timeReads({ sql, dataDir, mustMs: MUST_MS, repetitions, reads });
  const [size] = await sql<{ count: string }[]>`select count(*) from segments`;
  await close();
  return {
    figures,
    notes: [
      `${Number(size?.count).toLocaleString("en")} segments of ${count.toLocaleString("en")} calls, made in ${Math.round(seedSeconds)} s; p95 of ${repetitions} calls of listTasks for ${PAGE_SIZE} rows each, from before the call to the rows and the words around each first hit in hand.`,
    ],
  };
}

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const NEWEST: TaskSort = { key: "created", order: "desc" };

function casesOf([, large = 0, ...others]: number[]): Case[] {
  const some = others.slice(20, 25);
  return [
    { what: "a frequent word", filters: { text: "gracias" } },
    { what: "a frequent word, oldest first", filters: { text: "gracias" }, sort: { key: "created", order: "asc" } },
    { what: "a frequent word, longest first", filters: { text: "gracias" }, sort: { key: "duration", order: "desc" } },
    { what: "a frequent word in the largest campaign", filters: { text: "gracias", campaignIds: [large] } },
    { what: "a frequent word with a status that is rare", filters: { text: "gracias", statuses: ["failed"] } },
    {
      what: "a frequent word, for a supervisor of five campaigns",
      filters: { text: "gracias" },
      viewer: { role: "supervisor", campaignIds: some },
    },
    { what: "a form of a word, without its accents", filters: { text: "suscripciones" } },
    { what: "two frequent words in one sentence", filters: { text: "cancelar factura" } },
    { what: "three words in one sentence", filters: { text: "cancelar factura servicio" } },
    { what: "either of two words", filters: { text: "reclamo or cancelar" } },
    { what: "a word without another", filters: { text: "factura -gracias" } },
    { what: "a word that few say", filters: { text: "ventilador" } },
    { what: "a phrase that few say", filters: { text: '"ventilador magnetico"' } },
    { what: "a phrase of frequent words", filters: { text: '"gracias llamada"' } },
    { what: "a word that nobody says", filters: { text: "xilofonista" } },
    { what: "a word that is left out, as too frequent", filters: { text: "para" } },
  ];
}
