import type { ContactChannel, CriticalLevel } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { amountCell } from "@/lib/export/amount-cell";
import type { ExportCell } from "@/lib/export/cell";
import { getCalibration } from "./get-calibration";
import { getHeatMap } from "./get-heat-map";
import { getQualityConversion } from "./get-quality-conversion";
import { getQualityReport } from "./get-quality-report";
import { getQuestionReport } from "./get-question-report";
import { listProblemCalls } from "./list-problem-calls";
import { type CallProblem, type ConversionGroup, isGrain, type QualityFilters, type QualityGroup, SCORE_BANDS } from "./quality-filters";
import {
  AUDIT_MEASURES,
  agreementShare,
  failedShare,
  orderQuality,
  orderQuestions,
  QUALITY_MEASURES,
  type QualityMeasure,
  type QualitySort,
  type QuestionSort,
} from "./quality-order";

/** The tables of a report that can be taken away. */
export const QUALITY_TABLES = [
  ...(["groups", "questions", "heat", "problems", "conversion"] as const),
  ...(["auditors", "calibratedQuestions", "calibratedCalls"] as const),
] as const;
export type QualityTable = (typeof QUALITY_TABLES)[number];

/** Heads of columns and names of closed sets in the reader's language. */
export type QualityTableWords = {
  by: (group: QualityGroup) => string;
  measure: (measure: QualityMeasure) => string;
  column: (column: TableColumn) => string;
  critical: (level: Exclude<CriticalLevel, "none">) => string;
  channel: (channel: ContactChannel) => string;
  noOperator: string;
  machine: string;
};

/** The columns of tables, besides measures. */
export type TableColumn =
  | "campaignId"
  | "from"
  | "to"
  | "id"
  | "section"
  | "question"
  | "critical"
  | "complied"
  | "failed"
  | "share"
  | "compared"
  | "agreement"
  | "operator"
  | "campaign"
  | "day"
  | "channel"
  | "score"
  | "criticalFailure"
  | "silenceSeconds"
  | "negativeLines"
  | "band"
  | "calls"
  | "converted"
  | "rate"
  | "average"
  | "perCall"
  | "auditor"
  | "deviation"
  | "absolute"
  | "sameAnswer"
  | "alpha"
  | "auditors"
  | "spread";

export type QualityTableOptions = {
  by: QualityGroup;
  sort: QualitySort;
  questionSort: QuestionSort;
  problem: CallProblem;
  conversion: ConversionGroup;
};

type ReadQualityTableInput = {
  viewer: Viewer;
  filters: QualityFilters;
  table: QualityTable;
  options: QualityTableOptions;
  words: QualityTableWords;
};

/** `shares`: the columns that are parts of one. */
export type ReadTable = { head: string[]; rows: ExportCell[][]; shares: number[] };

const MAX_PROBLEMS = 10_000;

/** One table of a report, every row of it, as a spreadsheet wants it: shares are parts of one, days texts such as 2026-11-23. Only what the viewer may see. */
export async function readQualityTable(input: ReadQualityTableInput): Promise<ReadTable> {
  return READERS[input.table](input);
}

const READERS: Record<QualityTable, (input: ReadQualityTableInput) => Promise<ReadTable>> = {
  groups: readGroups,
  questions: readQuestions,
  heat: readHeat,
  problems: readProblems,
  conversion: readConversion,
  auditors: async ({ viewer, filters, words: { column } }) => ({
    shares: [],
    head: [column("auditor"), column("calls"), column("deviation"), column("absolute")],
    rows: (await getCalibration({ viewer, filters })).auditors.map((one) => [one.name, one.calls, one.deviation, one.absoluteDeviation]),
  }),
  calibratedQuestions: async ({ viewer, filters, words: { column } }) => ({
    shares: [3],
    head: [column("section"), column("question"), column("calls"), column("sameAnswer"), column("alpha")],
    rows: (await getCalibration({ viewer, filters })).questions.map((one) => [
      ...[one.section, one.question, one.calls, rounded(one.agreement), rounded(one.alpha)],
    ]),
  }),
  calibratedCalls: async ({ viewer, filters, words: { column } }) => ({
    shares: [],
    head: [column("day"), column("campaign"), column("id"), column("auditors"), column("average"), column("spread")],
    rows: (await getCalibration({ viewer, filters })).calls.map((one) => [
      ...[one.contactOn, one.campaignName, one.taskId, one.auditors, one.average, one.spread],
    ]),
  }),
};

async function readGroups({ viewer, filters, options: { by, sort }, words }: ReadQualityTableInput): Promise<ReadTable> {
  const { rows, total } = await getQualityReport({ viewer, by, filters });
  const measures = total.coverage === null ? AUDIT_MEASURES : QUALITY_MEASURES;
  const nameless = by === "auditor" ? words.machine : words.noOperator;
  const { column } = words;
  return {
    shares: [],
    head: [
      ...(isGrain(by) ? [column("from"), column("to")] : by === "campaign" ? [column("campaignId"), words.by("campaign")] : [words.by(by)]),
      ...measures.map((measure) => words.measure(measure)),
    ],
    rows: orderQuality(rows, sort).map((row) => [
      ...(row.span ? [row.span.from, row.span.to] : by === "campaign" ? [Number(row.value), row.name] : [row.name ?? nameless]),
      ...measures.map((measure) => {
        if (measure === "tasks" || measure === "byMachine" || measure === "byPeople" || measure === "validated")
          return row.coverage?.[measure] ?? null;
        return row[measure];
      }),
    ]),
  };
}

async function readQuestions({ viewer, filters, options, words: { column, critical } }: ReadQualityTableInput): Promise<ReadTable> {
  const rows = orderQuestions(await getQuestionReport({ viewer, filters }), options.questionSort);
  return {
    shares: [5, 7],
    head: [
      ...[column("section"), column("question"), column("critical"), column("complied"), column("failed"), column("share")],
      ...[column("compared"), column("agreement")],
    ],
    rows: rows.map((row) => [
      ...[row.section, row.question, row.critical === "none" ? "" : critical(row.critical), row.applicable - row.failed, row.failed],
      ...[rounded(failedShare(row)), row.compared, rounded(agreementShare(row))],
    ]),
  };
}

/** A row for each operator and question that was answered, as many as there are: what a pivot table is made of. */
async function readHeat({ viewer, filters, words: { column } }: ReadQualityTableInput): Promise<ReadTable> {
  const { operators, questions } = await getHeatMap({ viewer, filters, isWhole: true });
  return {
    shares: [5],
    head: [column("operator"), column("section"), column("question"), column("complied"), column("failed"), column("share")],
    rows: operators.flatMap(({ name, cells }) =>
      cells.flatMap((cell, index) => {
        const { section = "", question = "" } = questions[index] ?? {};
        return cell.applicable === 0
          ? []
          : [[name, section, question, cell.applicable - cell.failed, cell.failed, rounded(failedShare(cell))]];
      }),
    ),
  };
}

async function readProblems({
  viewer,
  filters,
  options: { problem },
  words: { column, channel, noOperator },
}: ReadQualityTableInput): Promise<ReadTable> {
  const { calls } = await listProblemCalls({ viewer, filters, problem, limit: MAX_PROBLEMS });
  return {
    shares: [],
    head: [
      ...[column("day"), column("campaign"), column("operator"), column("channel"), column("score"), column("criticalFailure")],
      ...[column("silenceSeconds"), column("negativeLines"), column("id")],
    ],
    rows: calls.map((call) => [
      ...[
        call.contactOn,
        call.campaignName,
        call.operatorName ?? noOperator,
        channel(call.channel),
        call.score,
        Number(call.hasCriticalFailure),
      ],
      ...[call.longestSilenceSeconds, call.negativeLines, call.auditId],
    ]),
  };
}

async function readConversion({
  viewer,
  filters,
  options: { conversion: by },
  words: { column, noOperator },
}: ReadQualityTableInput): Promise<ReadTable> {
  const rows = await getQualityConversion({ viewer, by, filters });
  const hasMoney = rows.some(({ revenuePerCall }) => revenuePerCall !== null);
  const bandOf = (value: string) => `${value}–${SCORE_BANDS.find((band) => band > Number(value)) ?? 100}`;
  return {
    shares: [3],
    head: [
      ...[by === "band" ? column("band") : column("operator"), column("calls"), column("converted"), column("rate"), column("average")],
      ...(hasMoney ? [column("perCall")] : []),
    ],
    rows: rows.map((row) => [
      ...[by === "band" ? bandOf(row.value) : (row.name ?? noOperator), row.calls, row.converted, rounded(row.converted / row.calls)],
      ...[row.averageScore, ...(hasMoney ? [amountCell(row.revenuePerCall)] : [])],
    ]),
  };
}

function rounded(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1e6) / 1e6;
}

/** Whether a table compares auditors, which not everybody may. */
export function isOfCalibration(table: QualityTable): boolean {
  return table === "auditors" || table === "calibratedQuestions" || table === "calibratedCalls";
}
