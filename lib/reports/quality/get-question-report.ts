import type { Viewer } from "@/lib/auth/viewer";
import { isCounted } from "./quality-access";
import type { QualityFilters } from "./quality-filters";
import { countQuestions, type PackedCounts, type Question, type QuestionCounts, readQuestionBook } from "./question-counts";
import { readQuality } from "./read-quality";

export type QuestionRow = Question & QuestionCounts;

/**
 * How each question was answered in the completed and validated quality audits that the filters leave, exact up to the last commit, and how
 * often the machine and a person gave the same answer where both gave one. Only what the viewer may see; in the order of the scorecards.
 */
export async function getQuestionReport({ viewer, filters }: { viewer: Viewer; filters: QualityFilters }): Promise<QuestionRow[]> {
  return readQuality(async (sql) => {
    const packed = await sql<PackedCounts[]>`
      select f.version_id as "versionId", sum(f.complied)::text as complied, sum(f.failed)::text as failed, sum(f.agreed)::text as agreed,
        sum(f.overruled)::text as overruled
      from quality_facts f where ${isCounted(sql, viewer, filters)} group by 1`;
    const book = await readQuestionBook(
      sql,
      packed.map(({ versionId }) => versionId),
    );
    const counts = countQuestions([...packed], book);
    return [...book.questions.values()].map((question) => ({ ...question, ...(counts.get(question.key) ?? NOTHING) }));
  });
}

const NOTHING: QuestionCounts = { applicable: 0, failed: 0, compared: 0, agreed: 0 };
