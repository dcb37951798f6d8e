import { randomUUID } from "node:crypto";
import { AppError, HTTP_STATUS, isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";

/** The answer to a request that failed: what its sender should know of an AppError, and an id and nothing else of anything unexpected. */
export function answerError(error: unknown): Response {
  if (error instanceof AppError) return answer(HTTP_STATUS[error.code], error.code, error.message);
  if (isDatabaseAway(error)) return answer(503, "unavailable", "The database can't be reached now.", { "Retry-After": "5" });
  const id = randomUUID();
  log.error({ id, err: error }, "a request failed");
  return answer(500, "internal", `Something went wrong. The log has it under ${id}.`);
}

function answer(status: number, code: string, message: string, headers: Record<string, string> = {}): Response {
  return Response.json({ error: { code, message } }, { status, headers: { ...headers, "Cache-Control": "no-store" } });
}
