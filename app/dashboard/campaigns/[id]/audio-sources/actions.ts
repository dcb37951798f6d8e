"use server";

import { refresh } from "next/cache";
import type { SendSampleOutcome } from "@/components/sources/send-sample-call";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { AppError, isDatabaseAway } from "@/lib/errors";
import { sendSampleCall } from "@/lib/sample-calls/send-sample-call";

export async function sendSampleAction(campaignId: number): Promise<SendSampleOutcome> {
  const viewer = await requireViewer();
  try {
    const { callId } = await orNotFound(sendSampleCall({ viewer, campaignId }));
    refresh();
    return { callId };
  } catch (error) {
    if (error instanceof AppError && error.code === "conflict")
      return { problem: error.details.problem === "no_connection" ? "no_connection" : "refused" };
    if (isDatabaseAway(error)) return { problem: "failed" };
    throw error;
  }
}
