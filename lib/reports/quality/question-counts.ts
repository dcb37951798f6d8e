import type { TransactionSql } from "postgres";
import type { CriticalLevel } from "@/db/enums";

/** How many audits answered a question how. `applicable` is complied and failed together; `compared` are answers of both the machine and a person. */
export type QuestionCounts = { applicable: number; failed: number; compared: number; agreed: number };

/** The same question through all versions, in the words of the newest that was published. */
export type Question = { key: string; section: string; question: string; critical: CriticalLevel };

/** Sums of the counts of quality_facts of one version, as decimal texts. */
export type PackedCounts = { versionId: string; complied: string; failed: string; agreed: string; overruled: string };

/** Where each version has which question, and the questions in the order of the scorecards. */
export type QuestionBook = { places: Map<string, { key: string; position: number }[]>; questions: Map<string, Question> };

/** What a count of quality_facts takes up. */
const DIGITS = 8;

export async function readQuestionBook(sql: TransactionSql, versionIds: string[]): Promise<QuestionBook> {
  const rows = await sql<(Question & { versionId: string; position: number })[]>`
    select c.version_id as "versionId", c.position, c.key, c.section, c.question, c.critical
    from criteria c join scorecard_versions v on v.id = c.version_id join scorecards s on s.id = v.scorecard_id
    where c.version_id = any(${versionIds}::uuid[]) order by v.published_at desc, s.campaign_id, c.position`;
  const questions = new Map<string, Question>();
  for (const { key, section, question, critical } of rows) {
    if (!questions.has(key)) questions.set(key, { key, section, question, critical });
  }
  return { questions, places: Map.groupBy(rows, ({ versionId }) => versionId) };
}

/** Adds up by question what is counted by version. */
export function countQuestions(packed: PackedCounts[], { places }: QuestionBook): Map<string, QuestionCounts> {
  const counts = new Map<string, QuestionCounts>();
  for (const { versionId, ...sums } of packed) {
    for (const { key, position } of places.get(versionId) ?? []) {
      const [complied, failed, agreed, overruled] = [sums.complied, sums.failed, sums.agreed, sums.overruled].map((sum) =>
        countAt(sum, position),
      );
      const sofar = counts.get(key) ?? { applicable: 0, failed: 0, compared: 0, agreed: 0 };
      counts.set(key, addCounts(sofar, { complied, failed, agreed, overruled }));
    }
  }
  return counts;
}

type Counted = { complied?: number; failed?: number; agreed?: number; overruled?: number };

function addCounts(sofar: QuestionCounts, { complied = 0, failed = 0, agreed = 0, overruled = 0 }: Counted): QuestionCounts {
  return {
    applicable: sofar.applicable + complied + failed,
    failed: sofar.failed + failed,
    compared: sofar.compared + agreed + overruled,
    agreed: sofar.agreed + agreed,
  };
}

/** The count that stands in a question's place of a number that holds them all. */
function countAt(sum: string, position: number): number {
  const end = sum.length - DIGITS * position;
  return end <= 0 ? 0 : Number(sum.slice(Math.max(0, end - DIGITS), end));
}
