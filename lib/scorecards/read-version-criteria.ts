import { asc, eq, getTableColumns } from "drizzle-orm";
import type { Database, Transaction } from "@/db/client";
import { criteria } from "@/db/schema";
import type { ScorecardContent } from "./scorecard-content";

/** What a version asks, as a document. Neighbours of one title are one section. Rights are the caller's to check. */
export async function readVersionCriteria(versionId: string, from: Database | Transaction): Promise<ScorecardContent> {
  const { id: _id, versionId: _versionId, position, ...columns } = getTableColumns(criteria);
  const rows = await from.select(columns).from(criteria).where(eq(criteria.versionId, versionId)).orderBy(asc(position));
  const sections: ScorecardContent["sections"] = [];
  for (const { section: title, ...criterion } of rows) {
    const last = sections.at(-1);
    if (last?.title === title) last.criteria.push(criterion);
    else sections.push({ title, criteria: [criterion] });
  }
  return { sections };
}
