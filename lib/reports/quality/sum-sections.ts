import type { QuestionRow } from "./get-question-report";
import type { QuestionCounts } from "./question-counts";

/** The answers to all questions of a section together. `keys` are its questions. */
export type SectionRow = QuestionCounts & { section: string; keys: string[] };

/** Adds up questions by the sections that they stand in, in their order. Sections of several scorecards with one name are one. */
export function sumSections(rows: QuestionRow[]): SectionRow[] {
  return [...Map.groupBy(rows, ({ section }) => section)].map(([section, ofSection]) => ({
    section,
    keys: ofSection.map(({ key }) => key),
    applicable: sumOf(ofSection, "applicable"),
    failed: sumOf(ofSection, "failed"),
    compared: sumOf(ofSection, "compared"),
    agreed: sumOf(ofSection, "agreed"),
  }));
}

function sumOf(rows: QuestionRow[], count: keyof QuestionCounts): number {
  return rows.reduce((sum, row) => sum + row[count], 0);
}
