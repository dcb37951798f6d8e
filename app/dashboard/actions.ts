"use server";

import { z } from "zod";
import type { RetryOutcome } from "@/components/overview/retry-recording";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError } from "@/lib/errors";
import { retryRecordingNow } from "@/lib/recordings/retry-recording-now";

export async function retryRecording(callId: string): Promise<RetryOutcome> {
  const viewer = await requireViewer();
  try {
    const { status } = await orNotFound(retryRecordingNow({ callId: z.uuid().parse(callId), actor: viewer }));
    return status === "queued" ? "queued" : "running";
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict") return "nothing";
    throw error;
  }
}
