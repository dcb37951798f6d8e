import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { calls, recordings } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleCalls } from "@/lib/calls/call-access";
import { AppError } from "@/lib/errors";

/** What is served of a recording; `deletedAt` once its campaign's retention has deleted the file. */
export type VisibleRecording = { id: string; sha256: string; sizeBytes: number; mediaType: string; deletedAt: Date | null };

/** A recording that the viewer may hear: admins all, supervisors and auditors those of their campaigns, agents their own calls. Else not found. */
export async function getVisibleRecording({ recordingId, viewer }: { recordingId: string; viewer: Viewer }): Promise<VisibleRecording> {
  const [recording] = z.uuid().safeParse(recordingId).success
    ? await db
        .select({
          id: recordings.id,
          sha256: recordings.sha256,
          sizeBytes: recordings.sizeBytes,
          mediaType: recordings.mediaType,
          deletedAt: recordings.deletedAt,
        })
        .from(recordings)
        .innerJoin(calls, eq(calls.id, recordings.callId))
        .where(and(eq(recordings.id, recordingId), visibleCalls(viewer)))
    : [];
  if (!recording) throw new AppError("not_found", "There is no such recording.");
  return recording;
}
