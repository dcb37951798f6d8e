import type { Viewer } from "@/lib/auth/viewer";

/** True for those who may have calls transcribed that they see, correct what was heard, and say who speaks. Agents only read. */
export function canRequestTranscription({ role }: Viewer): boolean {
  return role !== "agent";
}
