import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { prepareAudio, type Recognition, recognizeLocally, type SpeechLanguage } from "@/lib/speech/speech";
import { speechChildren } from "@/lib/speech/testing/speech-children";
import { memoryOf } from "../harness/memory-of";
import { processorTime } from "../harness/processor-time";

export type HeardCall = {
  recognition: Recognition /** What each channel said. */;
  texts: string[];
  seconds: number;
  preparingSeconds: number;
  processorSeconds: number;
  peakMib: number;
};

/** Prepares and recognises a call as a job does, in an engine of its own, and takes its time and its highest resident memory (VmHWM). */
export async function hearCall({ path: file, language }: { path: string; language: SpeechLanguage | "auto" }): Promise<HeardCall> {
  await endEngines();
  const workDir = await mkdtemp(path.join(tmpdir(), "speech-"));
  const { signal } = new AbortController();
  const startedAt = performance.now();
  const { legs } = await prepareAudio({ path: file, workDir, signal });
  const preparingSeconds = (performance.now() - startedAt) / 1_000;
  const recognition = await recognizeLocally({ legs, language, signal });
  const seconds = (performance.now() - startedAt) / 1_000;
  const [pid] = await speechChildren();
  if (pid === undefined) throw new Error("The engine ended before it could be measured.");
  const { peakMib } = await memoryOf(pid);
  const processorSeconds = await processorTime(pid);
  await rm(workDir, { recursive: true });
  const texts = legs.map(({ channel }) =>
    recognition.segments
      .filter((segment) => segment.channel === channel)
      .map(({ text }) => text)
      .join(" "),
  );
  return { recognition, texts, seconds, preparingSeconds, processorSeconds, peakMib };
}

/** Ends idle engines and waits until they are gone, so that the next job starts a fresh one. */
export async function endEngines(): Promise<void> {
  for (const pid of await speechChildren()) process.kill(pid, "SIGKILL");
  while ((await speechChildren()).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  // Its end is told by an event of its own.
  await new Promise((resolve) => setTimeout(resolve, 100));
}
