import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { AppError } from "@/lib/errors";
import type { PackSource } from "./pack-list";

type DownloadInput = { source: PackSource; registry: string; to: string; signal?: AbortSignal; onBytes: (count: number) => void };

const STALLED_MS = 30_000;

/**
 * Fetches a package's tarball from a registry into a file. Throws `unavailable`, in words, when the registry can't be reached, answers with
 * anything else, or stalls; and when the bytes are not those that were pinned, in which case trying again is of no use.
 */
export async function downloadTarball({ source, registry, to, signal, onBytes }: DownloadInput): Promise<void> {
  const url = `${registry.replace(/\/+$/, "")}/${source.package}/-/${source.package.replace(/^.*\//, "")}-${source.version}.tgz`;
  const stalled = new AbortController();
  let timer = setTimeout(() => stalled.abort(), STALLED_MS);
  const file = await open(to, "wx", 0o600);
  try {
    const response = await fetch(url, { signal: signal ? AbortSignal.any([signal, stalled.signal]) : stalled.signal });
    if (!response.ok || !response.body) throw new AppError("unavailable", `The registry answered ${response.status} to ${url}.`);
    const hash = createHash("sha512");
    let received = 0;
    for await (const chunk of response.body) {
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), STALLED_MS);
      received += chunk.length;
      if (received > source.bytes) break;
      hash.update(chunk);
      await file.writeFile(chunk);
      onBytes(chunk.length);
    }
    if (received !== source.bytes || hash.digest("base64") !== source.sha512) {
      throw new AppError("unavailable", `${url} is not the package that was pinned: its bytes are others.`, { isRetriable: false });
    }
  } catch (error) {
    if (error instanceof AppError || signal?.aborted) throw error;
    const reason = stalled.signal.aborted ? `nothing came for ${STALLED_MS / 1_000} s` : causeOf(error);
    throw new AppError("unavailable", `The pack could not be fetched from ${url}: ${reason}.`, { cause: error });
  } finally {
    clearTimeout(timer);
    await file.close();
  }
}

/** fetch says "fetch failed" and keeps what happened in its cause. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
