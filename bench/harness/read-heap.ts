import type { CDPSession } from "@playwright/test";

/** What a page keeps once nothing is left to collect, in MB of 1,000,000 bytes: JavaScript objects, and what the browser holds for them. */
export type PageHeap = { usedMb: number; totalMb: number; embedderMb: number; buffersMb: number };

/** Collects garbage and reads the heap of the page that the session is of. */
export async function readHeap(session: CDPSession): Promise<PageHeap> {
  await session.send("HeapProfiler.collectGarbage");
  const usage = await session.send("Runtime.getHeapUsage");
  const megabytes = (bytes: number) => bytes / 1_000_000;
  return {
    usedMb: megabytes(usage.usedSize),
    totalMb: megabytes(usage.totalSize),
    embedderMb: megabytes(usage.embedderHeapUsedSize),
    buffersMb: megabytes(usage.backingStorageSize),
  };
}
