import type { z } from "zod";
import { askServer } from "@/lib/http/ask-server";

/** A piece of speech may take a server with a slow processor some minutes. */
const ANSWER_WITHIN_MS = 10 * 60_000;
/** A longer answer than any piece of speech has. */
const MAX_ANSWER_BYTES = 32 * 1024 * 1024;

type AskTranscriberInput<Answer> = {
  url: string;
  headers: Record<string, string>;
  body: BodyInit;
  signal: AbortSignal;
  shape: z.ZodType<Answer>;
  secret: string | null;
  answerWithinMs?: number | undefined;
};

/** Asks a transcription server for what is said in a piece of speech, with the patience that speech needs. Throws ServerFailure. */
export function askTranscriber<Answer>({ answerWithinMs = ANSWER_WITHIN_MS, ...asked }: AskTranscriberInput<Answer>): Promise<Answer> {
  return askServer({ ...asked, answerWithinMs, maxAnswerBytes: MAX_ANSWER_BYTES });
}
