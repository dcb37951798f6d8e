import type { Transcript, TranscriptSegment } from "./get-transcript";

export const TRANSCRIPT_FORMATS = ["txt", "srt", "vtt", "json"] as const;
export type TranscriptFormat = (typeof TRANSCRIPT_FORMATS)[number];

export const TRANSCRIPT_MEDIA_TYPES: Record<TranscriptFormat, string> = {
  txt: "text/plain; charset=utf-8",
  srt: "application/x-subrip; charset=utf-8",
  vtt: "text/vtt; charset=utf-8",
  json: "application/json",
};

type TranscriptFileInput = {
  transcript: Transcript;
  format: TranscriptFormat;
  /** What each speaker is called, in the reader's language. */
  speakerNames: string[];
};

/** A transcript as a file: plain text, subtitles (SubRip; WebVTT of the W3C), or JSON with times in seconds. */
export function transcriptFile({ transcript, format, speakerNames }: TranscriptFileInput): string {
  const nameOf = ({ speaker }: TranscriptSegment) => speakerNames[speaker] ?? String(speaker + 1);
  const { segments } = transcript;
  switch (format) {
    case "txt":
      return segments.map((segment) => `[${clock(segment.startMs, ".").slice(0, 8)}] ${nameOf(segment)}: ${segment.text}\n`).join("");
    case "srt":
      return segments
        .map((segment, index) => `${index + 1}\n${span(segment, ",")}\n${oneLine(`${nameOf(segment)}: ${segment.text}`)}\n\n`)
        .join("");
    case "vtt":
      return `WEBVTT\n\n${segments.map((segment) => `${span(segment, ".")}\n<v ${escapeVtt(nameOf(segment))}>${escapeVtt(segment.text)}\n\n`).join("")}`;
    case "json":
      return `${JSON.stringify(toJson(transcript, nameOf), null, 2)}\n`;
  }
}

function toJson(
  { language, model, transcriber, durationSeconds, wordTimes, measures, segments }: Transcript,
  nameOf: (one: TranscriptSegment) => string,
) {
  return {
    ...{ language, model, transcriber, durationSeconds, wordTimes, measures },
    segments: segments.map((segment) => ({
      start: segment.startMs / 1000,
      end: segment.endMs / 1000,
      speaker: nameOf(segment),
      text: segment.text,
      ...(segment.originalText === null ? {} : { originalText: segment.originalText }),
      ...(segment.words === null
        ? {}
        : { words: segment.words.map(([text, start, end]) => ({ text, start: start / 1000, end: end / 1000 })) }),
    })),
  };
}

function span({ startMs, endMs }: TranscriptSegment, point: string): string {
  return `${clock(startMs, point)} --> ${clock(endMs, point)}`;
}

/** HH:MM:SS and milliseconds. */
function clock(ms: number, point: string): string {
  const pad = (number: number, length = 2) => String(Math.floor(number)).padStart(length, "0");
  return `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}:${pad((ms / 1000) % 60)}${point}${pad(ms % 1000, 3)}`;
}

/** An empty line ends a subtitle, and an arrow would be a time. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("-->", "→");
}

function escapeVtt(text: string): string {
  return oneLine(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
