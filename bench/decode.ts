import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeWav } from "@/e2e/hosts/sounds";
import { inspectAudio } from "@/lib/recordings/decoding/inspect-audio";

/** Time to check and measure one recording of about a megabyte, the worker warm. Prints one JSON object; the MP3s need ffmpeg to be made. */
async function measure(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "auditoria-bench-"));
  try {
    const wav = path.join(folder, "mono-8k.wav");
    writeFileSync(wav, makeWav({ seconds: 65.5 }));
    const files = {
      wavMono8k: wav,
      mp3Mono32k: makeMp3(folder, "mono", 8_000, 1, 32, 260),
      mp3Stereo128k: makeMp3(folder, "stereo", 44_100, 2, 128, 65),
    };
    const results: Record<string, unknown> = {};
    for (const [name, file] of Object.entries(files)) results[name] = await timesOf(file);
    console.log(JSON.stringify({ bench: "decode", unit: "ms per file", ...results }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function makeMp3(folder: string, name: string, rate: number, channels: number, kilobits: number, seconds: number): string {
  const file = path.join(folder, `${name}.mp3`);
  const source = `anoisesrc=color=pink:amplitude=0.3:sample_rate=${rate}:duration=${seconds}`;
  const output = ["-ac", `${channels}`, "-c:a", "libmp3lame", "-b:a", `${kilobits}k`, file];
  execFileSync("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", source, ...output]);
  return file;
}

async function timesOf(file: string) {
  const times: number[] = [];
  for (let run = 0; run < 25; run++) {
    const startedAt = performance.now();
    const inspection = await inspectAudio({ path: file });
    if (!inspection.isAudio) throw new Error(inspection.detail);
    if (run >= 5) times.push(performance.now() - startedAt);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1));
  return { sizeBytes: statSync(file).size, p50: at(0.5), p95: at(0.95) };
}

await measure();
