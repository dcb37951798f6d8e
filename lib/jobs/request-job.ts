import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { db } from "@/db/client";
import type { JobKind } from "@/db/enums";
import type { NotificationChannel } from "@/db/notifications";
import { jobs } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { jobHandler } from "./job-handlers";

type RequestJobInput = { viewer: Viewer; kind: JobKind; params: Record<string, unknown> };

const READY: NotificationChannel = "job_ready";

/**
 * Orders a job, which begins as soon as this is committed and goes on when its person has left. Throws `invalid` when there is nothing to
 * do, and whatever its kind refuses.
 */
export async function requestJob({ viewer, kind, params }: RequestJobInput): Promise<{ id: string; totalCount: number }> {
  const totalCount = await jobHandler(kind).count({ viewer, params });
  if (totalCount === 0)
    throw new AppError("invalid", "There is nothing to do: nothing matches any more.", { details: { problem: "nothing" } });
  const id = v7();
  await db.transaction(async (transaction) => {
    await transaction.insert(jobs).values({ id, kind, params, totalCount, requestedBy: viewer.userId });
    await transaction.execute(sql`select pg_notify(${READY}, '')`);
    const details = { ...params, totalCount };
    await recordAuditEntry({ actor: viewer, action: "job.requested", object: { kind: "job", id, name: kind }, details }, transaction);
  });
  return { id, totalCount };
}
