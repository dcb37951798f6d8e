import { asc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import { recordingAttempts } from "@/db/schema";

export type RecordingAttempt = Omit<typeof recordingAttempts.$inferSelect, "callId">;

/** Every try to fetch a call's recording, oldest first. Whether somebody may see them is for the caller to know. */
export async function listCallAttempts({ callId }: { callId: string }): Promise<RecordingAttempt[]> {
  return db.query.recordingAttempts.findMany({
    where: eq(recordingAttempts.callId, callId),
    columns: { callId: false },
    orderBy: [asc(recordingAttempts.startedAt), asc(recordingAttempts.id)],
    limit: 200,
  });
}
