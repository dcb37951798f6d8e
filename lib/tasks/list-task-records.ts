import { and, desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { TaskStatus } from "@/db/enums";
import { calls, operators, recordings, tasks } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

const MAX_TASK_RECORDS = 10_000;

type ListTaskRecordsInput = { actor: Actor; campaignId?: number; status?: TaskStatus; limit: number };

/** The newest tasks with the facts of their calls and recordings, for programs. Admins only; at most 10,000. */
export async function listTaskRecords({ actor, campaignId, status, limit }: ListTaskRecordsInput) {
  requireAdmin(actor);
  return db
    .select({
      id: tasks.id,
      status: tasks.status,
      failure: tasks.failure,
      campaign: tasks.campaignId,
      operator: operators.name,
      direction: tasks.direction,
      startedAt: tasks.startedAt,
      durationSeconds: tasks.durationSeconds,
      source: tasks.source,
      externalId: calls.externalId,
      calling: calls.calling,
      called: calls.called,
      score: tasks.score,
      createdAt: tasks.createdAt,
      recording: {
        id: recordings.id,
        sha256: recordings.sha256,
        sizeBytes: recordings.sizeBytes,
        mediaType: recordings.mediaType,
        durationSeconds: recordings.durationSeconds,
        channelCount: recordings.channelCount,
        isPartial: recordings.isPartial,
      },
    })
    .from(tasks)
    .innerJoin(calls, eq(calls.id, tasks.callId))
    .innerJoin(recordings, eq(recordings.id, tasks.recordingId))
    .leftJoin(operators, eq(operators.id, tasks.operatorId))
    .where(and(campaignId === undefined ? undefined : eq(tasks.campaignId, campaignId), status && eq(tasks.status, status)))
    .orderBy(desc(tasks.createdAt), desc(tasks.id))
    .limit(Math.min(limit, MAX_TASK_RECORDS));
}
