import { z } from "zod";
import { db } from "@/db/client";
import { jobs } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { jobNotFound, visibleJob } from "./job-access";
import { type JobState, shownJobColumns, toJobState } from "./job-state";

/** One job, for whoever ordered it and for admins; not found for others. */
export async function getJob({ viewer, id }: { viewer: Viewer; id: string }): Promise<JobState> {
  const [job] = z.uuid().safeParse(id).success ? await db.select(shownJobColumns).from(jobs).where(visibleJob(viewer, id)) : [];
  if (!job) throw jobNotFound();
  return toJobState(job);
}
