import { expect, test } from "vitest";
import type { Transcript } from "./get-transcript";
import { transcriptFile } from "./transcript-file";

const segment = { id: "1", originalText: null, words: null };
const transcript: Transcript = {
  ...{ taskId: "t", recordingId: "r", transcriber: "local", model: "m", language: "es", durationSeconds: 3700, laneReason: "stereo" },
  ...{ wordTimes: "estimated", createdAt: new Date(0), updatedAt: new Date(0) },
  speakers: [
    { role: "agent", name: null },
    { role: "customer", name: "Ana" },
  ],
  measures: { lanes: [], silenceSeconds: 0, silenceRatio: 0, longestSilenceSeconds: 0, crossTalkSeconds: 0 },
  segments: [
    { ...segment, position: 0, speaker: 0, startMs: 1_250, endMs: 3_000, text: "Buenos días.", words: [["Buenos", 1_250, 2_000]] },
    { ...segment, position: 1, speaker: 1, startMs: 3_661_007, endMs: 3_662_000, text: "<b>a\n\n--> & 1</b>", originalText: "a" },
  ],
};
const file = (format: Parameters<typeof transcriptFile>[0]["format"]) =>
  transcriptFile({ transcript, format, speakerNames: ["Agente", "Ana"] });

test("text has the time and the name of each line", () => {
  expect(file("txt")).toBe("[00:00:01] Agente: Buenos días.\n[01:01:01] Ana: <b>a\n\n--> & 1</b>\n");
});

test("subtitles have their times to the millisecond, and no text ends one or looks like a time", () => {
  expect(file("srt")).toBe(
    "1\n00:00:01,250 --> 00:00:03,000\nAgente: Buenos días.\n\n2\n01:01:01,007 --> 01:01:02,000\nAna: <b>a → & 1</b>\n\n",
  );
  expect(file("vtt")).toBe(
    "WEBVTT\n\n00:00:01.250 --> 00:00:03.000\n<v Agente>Buenos días.\n\n01:01:01.007 --> 01:01:02.000\n<v Ana>&lt;b&gt;a → &amp; 1&lt;/b&gt;\n\n",
  );
});

test("JSON has seconds, words with their times, and the first text of what was corrected", () => {
  expect(JSON.parse(file("json"))).toMatchObject({
    ...{ language: "es", wordTimes: "estimated", durationSeconds: 3700 },
    segments: [
      { start: 1.25, end: 3, speaker: "Agente", text: "Buenos días.", words: [{ text: "Buenos", start: 1.25, end: 2 }] },
      { start: 3661.007, speaker: "Ana", originalText: "a" },
    ],
  });
});
