import { spawn } from "node:child_process";
import { DecodeFailure } from "./decode-failure.ts";
import type { SourceFile } from "./read-file.ts";
import type { OpenSink, SampleSink } from "./sample-sink.ts";
import { WavStream } from "./wav-stream.ts";

type FfmpegInput<Sink extends SampleSink> = {
  file: SourceFile;
  ffmpegPath: string | null;
  demuxer: string;
  label: string;
  openSink: OpenSink<Sink>;
};

const CPU_SECONDS = 300;
const MEMORY_KIB = 1_500_000;

/**
 * Decodes by the ffmpeg of the machine: a child with limits of its own on time and memory, that may read this one file, by the demuxer that
 * its first bytes name, and nothing else. It ends by itself when nobody reads its sound any more.
 */
export async function decodeWithFfmpeg<Sink extends SampleSink>(input: FfmpegInput<Sink>): Promise<Sink> {
  const { file, ffmpegPath, demuxer, label, openSink } = input;
  if (ffmpegPath === null) {
    throw new DecodeFailure("decoder_missing", `It is ${label}, which needs ffmpeg on the PATH, and there is none.`, label);
  }
  const child = spawn("/bin/sh", ["-c", LIMITED, "sh", ffmpegPath, ...ffmpegArguments(file.path, demuxer)], {
    cwd: "/",
    env: { NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  ended.catch(() => undefined);
  let complaint = "";
  child.stderr.on("data", (bytes: Buffer) => {
    complaint = (complaint + bytes.toString("utf8")).slice(0, 500);
  });
  const stream = new WavStream(openSink);
  try {
    for await (const chunk of child.stdout) stream.push(chunk);
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
  const status = await ended;
  if (status !== 0)
    throw new DecodeFailure("not_audio", `ffmpeg could not decode it: ${firstLine(complaint) || `status ${status}`}.`, label);
  return stream.finish();
}

/** `ulimit -v` is unknown to some systems; the time limit is not. */
const LIMITED = `ulimit -t ${CPU_SECONDS}; ulimit -v ${MEMORY_KIB} 2>/dev/null; exec "$@"`;

function ffmpegArguments(path: string, demuxer: string): string[] {
  const input = ["-protocol_whitelist", "file,pipe", "-f", demuxer, "-i", `file:${path}`];
  const output = ["-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1", "-c:a", "pcm_s16le", "-f", "wav", "pipe:1"];
  return ["-nostdin", "-hide_banner", "-v", "error", "-threads", "1", "-max_alloc", "268435456", ...input, ...output];
}

function firstLine(text: string): string {
  return (text.split("\n")[0] ?? "")
    .replace(/^\[[^\]]*\]\s*/, "")
    .trim()
    .slice(0, 200)
    .replace(/\.$/, "");
}
