import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/**
 * Starts a call's recording over: its schedule begins anew and the relay hands it on at once. For admins, supervisors of the call's campaign
 * and the installation itself; not-found for others, conflict when the call has no address or its recording is already here. An attempt that
 * is under way is what was asked for, and is left alone.
 */
export async function retryRecordingNow({
  callId,
  actor,
}: {
  callId: string;
  actor: Actor;
}): Promise<{ status: "queued" | "in_progress" }> {
  return db.transaction(async (tx) => {
    const [call] = await tx.execute<{ campaignId: number; status: string; campaign: string }>(sql`
      select campaign_id as "campaignId", recording_status as status, campaigns.name as campaign
      from calls join campaigns on campaigns.id = campaign_id where calls.id = ${callId}`);
    if (!call || !mayRetry(actor, call.campaignId)) throw new AppError("not_found", "There is no such call.");
    if (call.status !== "pending" && call.status !== "unavailable") {
      throw new AppError("conflict", "There is nothing to try again: the recording is here, or none was announced.");
    }
    const [queued] = await tx.execute<{ startedAt: string }>(sql`
      update calls set recording_status = 'pending', recording_failure = null, recording_attempt_count = 0, next_attempt_at = date_trunc('milliseconds', now()),
        dispatched_at = null, updated_at = now()
      where id = ${callId} and recording_status in ('pending', 'unavailable') and recording_url is not null
        and (claimed_until is null or claimed_until <= now())
      returning started_at as "startedAt"`);
    if (!queued) return { status: "in_progress" };
    await tx.execute(sql`select pg_notify('call_ready', '')`);
    const details = { campaign: call.campaign, status: { from: call.status, to: "pending" }, callStartedAt: new Date(queued.startedAt) };
    await recordAuditEntry({ actor, action: "recording.retried", object: { kind: "call", id: callId }, details }, tx);
    return { status: "queued" };
  });
}

function mayRetry(actor: Actor, campaignId: number): boolean {
  if (actor === "system" || actor.role === "admin") return true;
  return actor.role === "supervisor" && actor.campaignIds.includes(campaignId);
}
