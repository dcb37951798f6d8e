import type { Viewer } from "@/lib/auth/viewer";
import { isCounted } from "./quality-access";
import type { QualityFilters } from "./quality-filters";
import { countQuestions, type PackedCounts, type Question, type QuestionCounts, readQuestionBook } from "./question-counts";
import { readQuality } from "./read-quality";

/** Fewer answers than that say little. */
export const FEW_ANSWERS = 5;
const MAX_OPERATORS = 40;
const MAX_QUESTIONS = 30;

export type HeatCell = Pick<QuestionCounts, "applicable" | "failed">;

export type HeatMap = {
  questions: Question[];
  /** Each with a cell for each question, in the same order. */
  operators: { id: string; name: string; audits: number; cells: HeatCell[] }[];
  /** How many there would be. */
  questionCount: number;
  operatorCount: number;
};

type GetHeatMapInput = {
  viewer: Viewer;
  filters: QualityFilters;
  /** All operators and questions, where the map is not to be looked at. */
  isWhole?: boolean;
};

type FoundCounts = PackedCounts & { operatorId: string };

/**
 * How the operators with most audits comply with the questions that were asked most, in the order of the scorecards: of the completed and
 * validated quality audits that the filters leave. Only what the viewer may see.
 */
export async function getHeatMap({ viewer, filters, isWhole = false }: GetHeatMapInput): Promise<HeatMap> {
  return readQuality(async (sql) => {
    const condition = isCounted(sql, viewer, filters);
    const operators = await sql<{ id: string; name: string; audits: number; total: number }[]>`
      select o.id, o.name, audits, total from (
        select f.operator_id, count(*)::float8 as audits, (count(*) over ())::int as total from quality_facts f
        where ${condition} and f.operator_id is not null group by 1 order by 2 desc, 1 limit ${isWhole ? null : MAX_OPERATORS}) most
      join operators o on o.id = most.operator_id order by o.name, o.id`;
    const packed = await sql<FoundCounts[]>`
      select f.operator_id as "operatorId", f.version_id as "versionId", sum(f.complied)::text as complied, sum(f.failed)::text as failed,
        '0' as agreed, '0' as overruled
      from quality_facts f where ${condition} and f.operator_id = any(${operators.map(({ id }) => id)}::uuid[]) group by 1, 2`;
    const book = await readQuestionBook(sql, [...new Set(packed.map(({ versionId }) => versionId))]);
    const all = countQuestions([...packed], book);
    const asked = [...book.questions.values()].filter(({ key }) => (all.get(key)?.applicable ?? 0) > 0);
    const most = new Set(
      asked
        .toSorted((one, other) => (all.get(other.key)?.applicable ?? 0) - (all.get(one.key)?.applicable ?? 0))
        .slice(0, isWhole ? undefined : MAX_QUESTIONS),
    );
    const questions = asked.filter((question) => most.has(question));
    const byOperator = Map.groupBy(packed, ({ operatorId }) => operatorId);
    return {
      questions,
      operators: operators.map(({ id, name, audits }) => {
        const counts = countQuestions(byOperator.get(id) ?? [], book);
        return { id, name, audits, cells: questions.map(({ key }) => cellOf(counts.get(key))) };
      }),
      questionCount: asked.length,
      operatorCount: operators[0]?.total ?? 0,
    };
  });
}

function cellOf(counts: QuestionCounts | undefined): HeatCell {
  return { applicable: counts?.applicable ?? 0, failed: counts?.failed ?? 0 };
}
