import { sql } from "drizzle-orm";

/** Whether a line of an analysed call was corrected since, of a row of `analyses`. By names, since drizzle leaves the tables out where a select has one alone. */
export const isAnalysisOutdated = sql<boolean>`exists (
  select from segments where segments.task_id = analyses.task_id and segments.corrected_at > analyses.created_at)`;
