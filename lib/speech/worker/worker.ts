import { setPriority } from "node:os";
import type { SpeechReply, SpeechRequest, SpeechResult } from "../messages.ts";
import { SpeechFailure } from "../speech-failure.ts";
import { prepare } from "./prepare.ts";
import { recognize } from "./recognize.ts";

/** Shares of progress that are worth a message. */
const PROGRESS_STEP = 0.01;
const NICENESS = 5;

// Hearing calls is not urgent: whatever answers people and platforms goes first, at three times as much of a busy core.
setPriority(NICENESS);
// Decoders report damage to the console; the failure says all that matters.
for (const name of ["log", "warn", "error"] as const) console[name] = () => undefined;

// Whoever asked is gone.
process.on("disconnect", () => process.exit(0));
process.on("message", (message: SpeechRequest & { id: number }) => {
  const { id } = message;
  const tell = (reply: SpeechReply) => process.send?.(reply);
  run(message, tell).then(
    (result) => tell({ id, result }),
    (error: unknown) => tell({ id, failure: failureOf(error) }),
  );
});

async function run(request: SpeechRequest & { id: number }, tell: (reply: SpeechReply) => void): Promise<SpeechResult> {
  const { id } = request;
  tell({ id, progress: 0 });
  let told = 0;
  const onProgress = (share: number) => {
    if (share < 1 && share - told < PROGRESS_STEP) return;
    told = share;
    tell({ id, progress: share });
  };
  if (request.kind === "recognize") return { recognition: await recognize(request, onProgress) };
  return { prepared: await prepare(request, { onProgress, onDuration: (durationSeconds) => tell({ id, durationSeconds }) }) };
}

function failureOf(error: unknown): { reason: SpeechFailure["reason"]; message: string; packs?: string[] } {
  if (error instanceof SpeechFailure) return { reason: error.reason, message: error.message, packs: error.packs };
  return { reason: "engine_failed", message: `The speech engine failed: ${error instanceof Error ? error.message : String(error)}` };
}
