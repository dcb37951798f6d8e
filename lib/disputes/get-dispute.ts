import { and, asc, eq, gte, lte } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { segments, transcripts } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { listSupervisors } from "@/lib/campaigns/list-supervisors";
import type { TranscriptSpeaker } from "@/lib/transcripts/get-transcript";
import { canDecideDisputes, type DisputeRefusal, disputeNotFound } from "./dispute-access";
import { findDispute } from "./find-dispute";

import { whyNotDecide } from "./why-not-decide";

/** How far from the moment that an answer rests on one reads what was said. */
const AROUND_MS = 25_000;
const MAX_LINES = 30;

export type SaidLine = { id: string; speaker: number; startMs: number; endMs: number; text: string };

export type DisputeDetails = NonNullable<Awaited<ReturnType<typeof findDispute>>> & {
  isOverdue: boolean;
  /** What keeps the viewer from deciding; null: nothing does. */
  refusal: DisputeRefusal | null;
  /** Some who may, where the viewer may not for being one of the two sides. */
  arbiters: string[];
  /** From the beginning of the recording; null where nobody named a moment. */
  momentMs: number | null;
  lines: SaidLine[];
  speakers: TranscriptSpeaker[];
};

/** One dispute with both sides and what was said, for those who decide such. Not found for anybody else, and for one that they may not see. */
export async function getDispute({ viewer, id, now = new Date() }: { viewer: Viewer; id: string; now?: Date }): Promise<DisputeDetails> {
  if (!canDecideDisputes(viewer) || !z.uuid().safeParse(id).success) throw disputeNotFound();
  const dispute = await findDispute(viewer, id);
  if (!dispute) throw disputeNotFound();
  const { status, dueAt, openedBy, disputedUser, answer, audit, campaign } = dispute;
  const sides = { openedBy: openedBy.id, disputedUserId: disputedUser?.id ?? null, answeredBy: answer.answeredBy };
  const refusal = whyNotDecide(viewer, { status, ...sides, auditStatus: audit.status });
  const isForOthers = refusal === "own_answer" || refusal === "own_dispute";
  const momentMs = answer.momentMs ?? answer.machineMomentMs;
  const [arbiters, said] = await Promise.all([
    isForOthers ? listSupervisors({ campaignIds: [campaign.id], except: [viewer.userId, ...Object.values(sides)] }) : [],
    audit.taskId === null || momentMs === null ? NOTHING_SAID : findLines(audit.taskId, momentMs),
  ]);
  return { ...dispute, isOverdue: status === "open" && dueAt < now, refusal, arbiters, momentMs, ...said };
}

type Said = Pick<DisputeDetails, "lines" | "speakers">;
const NOTHING_SAID: Said = { lines: [], speakers: [] };

async function findLines(taskId: string, momentMs: number): Promise<Said> {
  const [lines, [transcript]] = await Promise.all([
    db
      .select({ id: segments.id, speaker: segments.speaker, startMs: segments.startMs, endMs: segments.endMs, text: segments.text })
      .from(segments)
      .where(and(eq(segments.taskId, taskId), gte(segments.endMs, momentMs - AROUND_MS), lte(segments.startMs, momentMs + AROUND_MS)))
      .orderBy(asc(segments.position))
      .limit(MAX_LINES),
    db.select({ speakers: transcripts.speakers }).from(transcripts).where(eq(transcripts.taskId, taskId)),
  ]);
  return { lines, speakers: transcript?.speakers ?? [] };
}
