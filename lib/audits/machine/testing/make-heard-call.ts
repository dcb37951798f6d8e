import type { CriterionRule, TranscriptSpeaker } from "@/db/schema";
import { findWordForms } from "@/lib/transcripts/find-word-forms";
import { answerByRule } from "../answer-by-rule";
import { hearWords } from "../hear-words";
import type { HeardCall, HeardSegment } from "../heard-call";
import type { PhraseRule } from "../judge-phrases";

export const AGENT: TranscriptSpeaker = { role: "agent", name: null };
export const CUSTOMER: TranscriptSpeaker = { role: "customer", name: null };
export const SOMEBODY: TranscriptSpeaker = { role: "unknown", name: null };

type Line = [speaker: number, text: string, startSeconds?: number, words?: HeardSegment["words"]];

/** A call of 100 seconds, whose lines take four seconds every five, agent first. */
export function heard(lines: Line[], change: Partial<HeardCall> = {}): HeardCall {
  return {
    ...{ language: "es", durationSeconds: 100, speakers: [AGENT, CUSTOMER] },
    measures: {
      lanes: [lane(0, 0.5, 2), lane(1, 0.3, 7)],
      ...{ silenceSeconds: 20, silenceRatio: 0.2, longestSilenceSeconds: 12.5, crossTalkSeconds: 1 },
    },
    segments: lines.map(([speaker, text, start, words = null], position) => {
      const startMs = start === undefined ? position * 5_000 : start * 1000;
      return { position, speaker, startMs, endMs: startMs + 4_000, text, words };
    }),
    ...change,
  };
}

/** What was measured of one channel. */
export function lane(channel: number, talkRatio: number, interruptionCount: number, wordsPerMinute: number | null = 120) {
  const measured = { talkSeconds: talkRatio * 100, longestMonologueSeconds: 5, loudnessDb: -20 };
  return { channel, talkRatio, interruptionCount, wordsPerMinute, ...measured };
}

/** What a rule says of a call. */
export async function answer(rule: CriterionRule, call: HeardCall, maxPoints: number | null = null) {
  const forms = await findWordForms({
    language: call.language,
    texts: [...call.segments.map(({ text }) => text), ...(rule.phrases?.phrases ?? [])],
  });
  return answerByRule({ rule, maxPoints, call, forms, hearing: hearWords(call, forms) });
}

/** A rule that a phrase is to be said. */
export const said = (phrases: string | string[], more: Partial<PhraseRule> = {}): CriterionRule => ({
  phrases: { isSaid: true, phrases: [phrases].flat(), speaker: "anyone", ...more },
});
