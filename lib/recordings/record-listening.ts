import { and, eq, gte, sql } from "drizzle-orm";
import { LRUCache } from "lru-cache";
import { ADVISORY_LOCKS } from "@/db/advisory-locks";
import { db } from "@/db/client";
import { auditLog, calls, campaigns, recordings } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { log } from "@/lib/log";

const HOUR_MS = 3_600_000;

type Listening = { viewer: Viewer; recordingId: string };
type Memory = { noted: LRUCache<string, true>; last: Promise<void> };

const holder = globalThis as typeof globalThis & { auditoriaListening?: Memory };

/**
 * Notes in the audit log that somebody listens to a recording: once a person, recording and hour, in however many parts the audio is fetched and
 * from however many processes. Never delays or fails the audio.
 */
export function recordListening({ viewer, recordingId }: Listening): void {
  holder.auditoriaListening ??= { noted: new LRUCache({ max: 10_000, ttl: HOUR_MS }), last: Promise.resolve() };
  const memory = holder.auditoriaListening;
  const since = new Date(Math.floor(Date.now() / HOUR_MS) * HOUR_MS);
  const key = `${viewer.userId} ${recordingId} ${since.getTime()}`;
  if (memory.noted.has(key)) return;
  memory.noted.set(key, true);
  // One after the other: entries wait for each other in the database anyway, and should not each hold a connection meanwhile.
  memory.last = memory.last
    .then(() => note({ viewer, recordingId }, since))
    .catch((error) => {
      memory.noted.delete(key);
      log.warn({ err: error, recordingId }, "it could not be noted who listens to a recording");
    });
}

async function note({ viewer, recordingId }: Listening, since: Date): Promise<void> {
  await db.transaction(async (tx) => {
    // Another process may be noting the same at this moment.
    await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCKS.listening}, hashtext(${`${viewer.userId} ${recordingId}`}))`);
    const isOfObject = and(eq(auditLog.objectKind, "recording"), eq(auditLog.objectId, recordingId), gte(auditLog.at, since));
    const isOfViewer = and(eq(auditLog.actorId, viewer.userId), eq(auditLog.action, "recording.played"));
    const [known] = await tx.select({ seq: auditLog.seq }).from(auditLog).where(and(isOfObject, isOfViewer)).limit(1);
    if (known) return;
    const [heard] = await tx
      .select({ campaign: campaigns.name, callStartedAt: calls.startedAt, callId: calls.id })
      .from(recordings)
      .innerJoin(calls, eq(calls.id, recordings.callId))
      .innerJoin(campaigns, eq(campaigns.id, calls.campaignId))
      .where(eq(recordings.id, recordingId));
    await recordAuditEntry(
      { actor: viewer, action: "recording.played", object: { kind: "recording", id: recordingId }, details: heard },
      tx,
    );
  });
}
