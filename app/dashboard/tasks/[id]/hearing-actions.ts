"use server";

import { refresh } from "next/cache";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { requestMachineWork } from "@/lib/machine-work/request-machine-work";
import { cancelTranscription } from "@/lib/transcription/cancel-transcription";
import { requestTranscription } from "@/lib/transcription/request-transcription";
import { changeSpeakers, speakersInput } from "@/lib/transcripts/change-speakers";
import { correctSegment } from "@/lib/transcripts/correct-segment";

export async function requestTranscriptionAction(taskId: string): Promise<boolean> {
  const viewer = await requireViewer();
  return done(requestTranscription({ viewer, taskId }));
}

export async function cancelTranscriptionAction(taskId: string): Promise<boolean> {
  const viewer = await requireViewer();
  return done(cancelTranscription({ viewer, taskId }));
}

export async function requestAnalysisAction(taskId: string): Promise<boolean> {
  const viewer = await requireViewer();
  return done(requestMachineWork({ viewer, taskId, kind: "analysis" }));
}

export async function correctSegmentAction(taskId: string, segmentId: string, text: string): Promise<boolean> {
  const viewer = await requireViewer();
  return done(correctSegment({ viewer, taskId, segmentId, text }));
}

export async function changeSpeakersAction(taskId: string, speakers: unknown): Promise<boolean> {
  const viewer = await requireViewer();
  const read = speakersInput.safeParse(speakers);
  return read.success && done(changeSpeakers({ viewer, taskId, speakers: read.data }));
}

/** True once it is done, and the page shown anew; false for what the page tells of itself: it has ended meanwhile, or the database is away. */
async function done(work: Promise<void>): Promise<boolean> {
  try {
    await orNotFound(work);
    return true;
  } catch (error) {
    if ((error instanceof AppError && (error.code === "conflict" || error.code === "invalid")) || isDatabaseAway(error)) return false;
    throw error;
  } finally {
    refresh();
  }
}
