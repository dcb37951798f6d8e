import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { jobs } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { type JobState, shownJobColumns, toJobState } from "./job-state";

const SHOWN = 50;

/** The viewer's own latest fifty jobs, newest first. */
export async function listJobs({ viewer }: { viewer: Viewer }): Promise<JobState[]> {
  const rows = await db
    .select(shownJobColumns)
    .from(jobs)
    .where(eq(jobs.requestedBy, viewer.userId))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(SHOWN);
  return rows.map(toJobState);
}
