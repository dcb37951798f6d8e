import { z } from "zod";
import type { SpeechLanguage, WordTimes } from "@/db/enums";
import type { Leg, Word } from "@/lib/speech/speech";
import { askTranscriber } from "./ask-transcriber";
import { cutLeg, type Piece } from "./cut-leg";
import { languageCode } from "./language-code";
import { readPiece } from "./read-piece";
import type { Recognize, RecognizedSegment } from "./recognized";

/** 16 kHz of 16 bit stay below OpenAI's 25 MB for so long. */
const MAX_PIECE_SECONDS = 600;
/** Models that give no times: what they say belongs somewhere in the piece, so that pieces must be short. */
const UNTIMED_MODEL = /^gpt-4o(-mini)?-transcribe(?!-diarize)/;
const MAX_UNTIMED_PIECE_SECONDS = 20;

const wordShape = z.object({ word: z.string(), start: z.number(), end: z.number() });
const segmentShape = z.object({
  start: z.number(),
  end: z.number(),
  text: z.string(),
  no_speech_prob: z.number().optional(),
  avg_logprob: z.number().optional(),
  compression_ratio: z.number().optional(),
  words: z.array(wordShape.partial({ start: true, end: true })).optional(),
});
/** What servers of this protocol have in common (platform.openai.com/docs/api-reference/audio; speaches and whisper.cpp differ in where words stand). */
const answerShape = z.object({
  text: z.string(),
  language: z.string().nullish(),
  detected_language: z.string().nullish(),
  segments: z.array(segmentShape).nullish(),
  words: z.array(wordShape).nullish(),
});
type Answer = z.infer<typeof answerShape>;

export type OpenAiServer = { baseUrl: string; model: string; apiKey: string | null; answerWithinMs?: number };

/** A transcriber that asks a server with OpenAI's protocol, `POST {base}/v1/audio/transcriptions`: each leg by itself, in pieces, in order. */
export function openAiTranscriber({ baseUrl, model, apiKey, answerWithinMs }: OpenAiServer): Recognize {
  const url = `${baseUrl.replace(/\/+$/, "").replace(/\/v1$/, "")}/v1/audio/transcriptions`;
  const headers: Record<string, string> = apiKey === null ? {} : { authorization: `Bearer ${apiKey}` };
  const isTimed = !UNTIMED_MODEL.test(model);
  return async ({ legs, language: wanted, signal, onProgress }) => {
    let language: SpeechLanguage | null = wanted === "auto" ? null : wanted;
    const work = legs.flatMap((leg) =>
      cutLeg(leg, isTimed ? MAX_PIECE_SECONDS : MAX_UNTIMED_PIECE_SECONDS).map((piece) => ({ leg, piece })),
    );
    const segments: RecognizedSegment[] = [];
    for (const [index, { leg, piece }] of work.entries()) {
      const body = formOf({ wav: await readPiece(leg, piece), model, language, isTimed });
      const answer = await askTranscriber({ url, headers, body, signal, shape: answerShape, secret: apiKey, answerWithinMs });
      language ??= languageCode(answer.detected_language ?? answer.language ?? "");
      segments.push(...segmentsOf(answer, leg, piece));
      onProgress((index + 1) / work.length);
    }
    return { language: language ?? "es", model, wordTimes: wordTimesOf(segments), segments };
  };
}

function formOf({
  wav,
  model,
  language,
  isTimed,
}: {
  wav: Buffer<ArrayBuffer>;
  model: string;
  language: SpeechLanguage | null;
  isTimed: boolean;
}) {
  const form = new FormData();
  form.append("file", new Blob([wav], { type: "audio/wav" }), "call.wav");
  form.append("model", model);
  form.append("temperature", "0");
  if (language !== null) form.append("language", language);
  form.append("response_format", isTimed ? "verbose_json" : "json");
  if (isTimed) for (const granularity of ["segment", "word"]) form.append("timestamp_granularities[]", granularity);
  return form;
}

function segmentsOf(answer: Answer, leg: Leg, piece: Piece): RecognizedSegment[] {
  if (!answer.segments) {
    const text = answer.text.trim();
    return text === "" ? [] : [{ channel: leg.channel, start: piece.start, end: piece.end, text, words: null }];
  }
  return answer.segments.filter(isSpeech).flatMap((segment): RecognizedSegment[] => {
    const [start, end] = [clamp(segment.start + piece.start, piece), clamp(segment.end + piece.start, piece)];
    const text = segment.text.trim();
    if (text === "" || !isWithinSpeech(leg, start, end)) return [];
    const words = timedWords(segment.words ?? answer.words?.filter((word) => isIn(word, segment)), piece);
    return [{ channel: leg.channel, start, end: Math.max(end, start), text, words }];
  });
}

/** Sentences that models of this family make up where nothing is said (the thresholds are Whisper's own: openai/whisper, transcribe.py). */
function isSpeech({ no_speech_prob = 0, avg_logprob = 0, compression_ratio = 0 }: z.infer<typeof segmentShape>): boolean {
  return !(no_speech_prob > 0.6 && avg_logprob < -1) && compression_ratio <= 2.4;
}

function isWithinSpeech({ speech }: Leg, start: number, end: number): boolean {
  return speech.some((region) => region.start < end && region.end > start);
}

function isIn(word: { start: number; end: number }, segment: { start: number; end: number }): boolean {
  const middle = (word.start + word.end) / 2;
  return middle >= segment.start && middle < segment.end;
}

/** Null when any word lacks its time: half of a line that can be clicked is worse than none. */
function timedWords(
  words: { word: string; start?: number | undefined; end?: number | undefined }[] | undefined,
  piece: Piece,
): Word[] | null {
  const timed = (words ?? []).flatMap(({ word, start, end }) =>
    start === undefined || end === undefined
      ? []
      : [{ text: word.trim(), start: clamp(start + piece.start, piece), end: clamp(end + piece.start, piece) }],
  );
  return timed.length > 0 && timed.length === words?.length ? timed : null;
}

function wordTimesOf(segments: RecognizedSegment[]): WordTimes {
  return segments.some(({ words }) => words !== null) ? "measured" : "none";
}

function clamp(seconds: number, { start, end }: Piece): number {
  return Math.min(Math.max(seconds, start), end);
}
