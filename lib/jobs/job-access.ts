import { and, eq, type SQL } from "drizzle-orm";
import { jobs } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** A job as a condition on `jobs`, for whoever ordered it and for admins. */
export function visibleJob(viewer: Viewer, id: string): SQL | undefined {
  return and(eq(jobs.id, id), viewer.role === "admin" ? undefined : eq(jobs.requestedBy, viewer.userId));
}

/** Somebody else's job is told like one that never was. */
export function jobNotFound(): AppError {
  return new AppError("not_found", "There is no such job.");
}
