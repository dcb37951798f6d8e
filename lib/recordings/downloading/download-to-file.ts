import { createHash } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { allocateTemporaryFile } from "@/lib/storage/temporary-file";
import { type AttemptEvidence, AttemptFailure } from "../attempt-failure";
import { openRecordingUrl, type RecordingAnswer } from "../outbound/open-recording-url";
import type { OutboundLimits } from "../outbound/outbound-limits";
import { guardBody } from "./body-guard";
import { ChunkWriter } from "./chunk-writer";
import { failureOfStatus, peekAtBody } from "./classify-answer";

/** A whole answer on disk. Whoever gets it moves it away or removes it. */
export type DownloadedFile = { path: string; sizeBytes: number; sha256: string };

type DownloadInput = { url: string; limits: OutboundLimits; evidence: AttemptEvidence; signal: AbortSignal };

/**
 * Streams a recording's address to a temporary file, hashed on the way, never more in memory than one chunk. Throws AttemptFailure, with
 * no file left, when the host does not give exactly what it promised.
 */
export async function downloadToFile({ url, limits, evidence, signal }: DownloadInput): Promise<DownloadedFile> {
  const total = new AbortController();
  const timer = setTimeout(() => {
    total.abort(new AttemptFailure("retry", "took_too_long", `The download took longer than ${limits.totalMs / 1000} s.`));
  }, limits.totalMs);
  const anySignal = AbortSignal.any([signal, total.signal]);
  try {
    const answer = await openRecordingUrl({ url, limits, evidence, signal: anySignal });
    try {
      return await takeAnswer(answer, { limits, evidence, signal: anySignal });
    } finally {
      answer.close();
    }
  } finally {
    clearTimeout(timer);
  }
}

type TakeInput = Omit<DownloadInput, "url">;

async function takeAnswer(answer: RecordingAnswer, input: TakeInput): Promise<DownloadedFile> {
  if (answer.statusCode !== 200) {
    const looked = await peekAtBody(answer);
    if (looked.kind !== "empty") input.evidence.lookedLike = looked.label;
    throw failureOfStatus(answer, looked);
  }
  const promised = promisedBytes(answer);
  if (promised !== null && promised > input.limits.maxBytes) throw tooLarge(input.limits.maxBytes);
  const path = await allocateTemporaryFile();
  const handle = await openForWriting(path);
  try {
    const { sizeBytes, sha256 } = await writeBody(answer, handle, promised, input);
    await handle.close();
    return { path, sizeBytes, sha256 };
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

async function writeBody(answer: RecordingAnswer, handle: FileHandle, promised: number | null, { limits, evidence, signal }: TakeInput) {
  const hash = createHash("sha256");
  const guard = guardBody(limits, (failure) => void answer.body.destroy(failure));
  const file = new ChunkWriter(async (chunk) => {
    guard.received(chunk.length);
    evidence.receivedBytes += chunk.length;
    if (evidence.receivedBytes > limits.maxBytes) throw tooLarge(limits.maxBytes);
    hash.update(chunk);
    await write(handle, chunk);
  });
  try {
    await pipeline(answer.body, file);
  } catch (cause) {
    if (cause instanceof AttemptFailure) throw cause;
    if (signal.aborted) throw signal.reason;
    throw cutShort(evidence.receivedBytes, promised, cause);
  } finally {
    guard.stop();
  }
  const sizeBytes = evidence.receivedBytes;
  if (promised !== null && sizeBytes !== promised) throw cutShort(sizeBytes, promised);
  if (sizeBytes === 0) throw new AttemptFailure("retry", "empty", "The host answered 200 with nothing.");
  return { sizeBytes, sha256: hash.digest("hex") };
}

async function openForWriting(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", 0o600);
  } catch (cause) {
    throw storageFailure(cause);
  }
}

async function write(handle: FileHandle, bytes: Buffer): Promise<void> {
  try {
    for (let offset = 0; offset < bytes.length; ) offset += (await handle.write(bytes, offset)).bytesWritten;
  } catch (cause) {
    throw storageFailure(cause);
  }
}

/** A disk that is full or broken is ours to mend: the call waits, and is tried again. */
function storageFailure(cause: unknown): AttemptFailure {
  const message = cause instanceof Error ? cause.message : String(cause);
  return new AttemptFailure("retry", "storage_failed", `The recording could not be written: ${message}.`, { cause });
}

function promisedBytes(answer: RecordingAnswer): number | null {
  const header = answer.headers["content-length"];
  return typeof header === "string" && /^\d+$/.test(header) ? Number(header) : null;
}

function tooLarge(maxBytes: number): AttemptFailure {
  return new AttemptFailure(
    "refused",
    "too_large",
    `The recording is larger than ${Math.round(maxBytes / 1024 / 1024)} MiB, the most we take.`,
  );
}

function cutShort(received: number, promised: number | null, cause?: unknown): AttemptFailure {
  const of = promised === null ? "" : ` of ${promised}`;
  return new AttemptFailure("retry", "cut_short", `The connection ended after ${received}${of} bytes.`, { cause });
}
