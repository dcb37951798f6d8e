import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const MEBIBYTE = 1024 * 1024;
const SIZE_BYTES = Number(process.argv[2] ?? 500) * MEBIBYTE;

/** How much this process grows while it takes in a large recording from loopback: download, hash, decode check, store. Prints one JSON object. */
async function measure(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "auditoria-bench-"));
  // Before anything reads the environment.
  process.env.DATA_DIR = folder;
  const { inspectDownload } = await import("@/lib/recordings/inspect-download");
  const { downloadToFile } = await import("@/lib/recordings/downloading/download-to-file");
  const { OUTBOUND_LIMITS } = await import("@/lib/recordings/outbound/outbound-limits");
  const { recordingKey, storage } = await import("@/lib/storage/storage");
  const host = await startHost();
  const takeIn = async (sizeBytes: number) => {
    const evidence = { url: "", remoteAddress: null, httpStatus: null, contentType: null, lookedLike: null, receivedBytes: 0 };
    const limits = { ...OUTBOUND_LIMITS, allowHosts: new Set([`127.0.0.1:${host.port}`]) };
    const url = `http://127.0.0.1:${host.port}/${sizeBytes}`;
    const file = await downloadToFile({ url, limits, evidence, signal: new AbortController().signal });
    const audio = await inspectDownload({ path: file.path, billableSeconds: 0, evidence });
    await storage.store({ key: recordingKey(file.sha256), path: file.path });
    return audio;
  };
  try {
    // What is loaded once is not what a recording costs.
    await takeIn(MEBIBYTE);
    const before = process.memoryUsage.rss();
    let highest = before;
    const timer = setInterval(() => {
      highest = Math.max(highest, process.memoryUsage.rss());
    }, 20);
    const startedAt = performance.now();
    const audio = await takeIn(SIZE_BYTES);
    clearInterval(timer);
    const seconds = (performance.now() - startedAt) / 1000;
    const inMebibytes = (bytes: number) => Number((bytes / MEBIBYTE).toFixed(1));
    console.log(
      JSON.stringify({
        bench: "download-memory",
        sizeMiB: SIZE_BYTES / MEBIBYTE,
        rssBeforeMiB: inMebibytes(before),
        rssGrowthMiB: inMebibytes(highest - before),
        seconds: Number(seconds.toFixed(2)),
        durationSeconds: audio.durationSeconds,
      }),
    );
  } finally {
    host.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The host runs in a process of its own, so that only what takes the recording in is measured. */
async function startHost(): Promise<{ port: number; stop: () => void }> {
  const child = spawn(process.execPath, ["-e", HOST], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("error", reject);
    child.stdout.once("data", (bytes: Buffer) => resolve(Number(bytes.toString())));
  });
  return { port, stop: () => child.kill() };
}

const HOST = `
const { createServer } = require("node:http");
createServer((request, response) => {
  const size = Number(request.url.slice(1));
  const header = Buffer.alloc(44);
  header.write("RIFF"); header.writeUInt32LE(size - 8, 4); header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16); header.writeUInt16LE(1, 20); header.writeUInt16LE(1, 22); header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(16000, 28); header.writeUInt16LE(2, 32); header.writeUInt16LE(16, 34);
  header.write("data", 36); header.writeUInt32LE(size - 44, 40);
  const sound = Buffer.alloc(65536, "abcdefgh");
  response.writeHead(200, { "content-length": size });
  response.write(header);
  let left = size - 44;
  const more = () => {
    while (left > 0) {
      const part = sound.subarray(0, Math.min(left, sound.length));
      left -= part.length;
      if (!response.write(part)) return response.once("drain", more);
    }
    response.end();
  };
  more();
}).listen(0, "127.0.0.1", function () { console.log(this.address().port); });
`;

await measure();
