"use server";

import { refresh } from "next/cache";
import type { RetryOutcome } from "@/components/overview/retry-recording";
import { retryRecording } from "../actions";

/** Orders another try from the call's own page, which then tells what has become of the recording. */
export async function retryRecordingOfPage(callId: string): Promise<RetryOutcome> {
  const outcome = await retryRecording(callId);
  refresh();
  return outcome;
}
