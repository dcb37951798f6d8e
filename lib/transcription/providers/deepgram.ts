import { z } from "zod";
import type { SpeechLanguage } from "@/db/enums";
import type { Leg } from "@/lib/speech/speech";
import { askTranscriber } from "./ask-transcriber";
import { cutLeg, type Piece } from "./cut-leg";
import { languageCode } from "./language-code";
import { readPiece } from "./read-piece";
import type { Recognize, RecognizedSegment } from "./recognized";

const MAX_PIECE_SECONDS = 1_800;

/** The parts of an answer that are used (developers.deepgram.com, pre-recorded audio, `utterances=true`). */
const answerShape = z.object({
  results: z.object({
    channels: z.array(z.object({ detected_language: z.string().optional() })),
    utterances: z
      .array(
        z.object({
          start: z.number(),
          end: z.number(),
          transcript: z.string(),
          speaker: z.number().int().optional(),
          words: z.array(z.object({ word: z.string(), punctuated_word: z.string().optional(), start: z.number(), end: z.number() })),
        }),
      )
      .default([]),
  }),
});

export type DeepgramServer = { baseUrl: string; model: string; apiKey: string | null; answerWithinMs?: number };

/** A transcriber that asks Deepgram: each leg by itself; where both voices are on one leg, Deepgram tells them apart. */
export function deepgramTranscriber({ baseUrl, model, apiKey, answerWithinMs }: DeepgramServer): Recognize {
  const headers: Record<string, string> = { "content-type": "audio/wav", ...(apiKey === null ? {} : { authorization: `Token ${apiKey}` }) };
  return async ({ legs, language: wanted, signal, onProgress }) => {
    let language: SpeechLanguage | null = wanted === "auto" ? null : wanted;
    const work = legs.flatMap((leg) => cutLeg(leg, MAX_PIECE_SECONDS).map((piece) => ({ leg, piece })));
    const segments: RecognizedSegment[] = [];
    for (const [index, { leg, piece }] of work.entries()) {
      const url = urlOf({ baseUrl, model, language, isMono: legs.length === 1 });
      const answer = await askTranscriber({
        url,
        headers,
        body: await readPiece(leg, piece),
        signal,
        shape: answerShape,
        secret: apiKey,
        answerWithinMs,
      });
      language ??= languageCode(answer.results.channels[0]?.detected_language ?? "");
      segments.push(...segmentsOf(answer, leg, piece));
      onProgress((index + 1) / work.length);
    }
    return { language: language ?? "es", model, wordTimes: "measured", segments };
  };
}

type UrlInput = { baseUrl: string; model: string; language: SpeechLanguage | null; isMono: boolean };

function urlOf({ baseUrl, model, language, isMono }: UrlInput): string {
  const url = new URL(`${baseUrl.replace(/\/+$/, "")}/v1/listen`);
  const options = { model, punctuate: "true", utterances: "true", ...(language === null ? { detect_language: "true" } : { language }) };
  for (const [name, value] of Object.entries(options)) url.searchParams.set(name, value);
  if (isMono) url.searchParams.set("diarize", "true");
  return url.href;
}

function segmentsOf({ results }: z.infer<typeof answerShape>, { channel }: Leg, piece: Piece): RecognizedSegment[] {
  const at = (seconds: number) => Math.min(seconds + piece.start, piece.end);
  return results.utterances.flatMap(({ start, end, transcript, speaker, words }): RecognizedSegment[] => {
    const text = transcript.trim();
    if (text === "") return [];
    const timed = words.map(({ word, punctuated_word: written = word, start, end }) => ({ text: written, start: at(start), end: at(end) }));
    return [{ channel, ...(speaker === undefined ? {} : { speaker }), start: at(start), end: at(end), text, words: timed }];
  });
}
