import type { CriterionRule, MachineFinding, PhraseFinding } from "@/db/schema";
import type { WordForms } from "@/lib/transcripts/find-word-forms";
import { spokenWords } from "@/lib/transcripts/spoken-words";
import { findPhrases, type SaidPhrase } from "./find-phrases";
import type { Hearing } from "./hear-words";
import { type HeardCall, roleOfSpeaker } from "./heard-call";

export type PhraseRule = NonNullable<CriterionRule["phrases"]>;

/** How a rule's phrases fared, and what was said that shows it. */
export type JudgedPhrases = { finding: MachineFinding; said: SaidPhrase | null };

type JudgePhrasesInput = { rule: PhraseRule; call: HeardCall; hearing: Hearing; forms: WordForms };

/**
 * Whether one of a rule's phrases was said, or none of them, by the side and in the time that it asks for. What a voice says that nobody has told
 * to be the agent's or the customer's cannot be held for or against a side.
 */
export function judgePhrases({ rule, call, hearing, forms }: JudgePhrasesInput): JudgedPhrases {
  const { isSaid, phrases, speaker } = rule;
  const found = findPhrases({ hearing, phrases, forms });
  const roleOf = (said: SaidPhrase) => roleOfSpeaker(call, said.speaker);
  const inTime = found.filter(({ atMs }) => isInTime(atMs, rule, call.durationSeconds));
  const ofSide = (said: SaidPhrase) => speaker === "anyone" || roleOf(said) === speaker;
  const judge = (code: PhraseFinding["code"], said: SaidPhrase | null): JudgedPhrases => ({
    said,
    finding: {
      ...{ code, isMet: (code === "phrase_said") === isSaid, speaker, phrase: said?.phrase ?? phrases[0] ?? "" },
      ...{ phraseCount: phrases.length, withinFirstSeconds: rule.withinFirstSeconds ?? null },
      ...{ withinLastSeconds: rule.withinLastSeconds ?? null, saidBy: said && roleOf(said), saidAtMs: said?.atMs ?? null },
    },
  });

  if (!phrases.some((phrase) => spokenWords(phrase).length > 0)) return doubt("phrases_without_words");
  if (hearing.words.length === 0) return doubt("nothing_said");
  const asAsked = inTime.find(ofSide);
  if (asAsked) return judge("phrase_said", asAsked);
  if (speaker !== "anyone") {
    const roles = call.speakers.map(({ role }) => role);
    const isSideKnown = roles.includes(speaker) || !roles.includes("unknown");
    const byUnknown = inTime.find((said) => roleOf(said) === "unknown");
    if (!isSideKnown || byUnknown) return doubt("sides_unknown", byUnknown);
  }
  const atAnotherTime = found.find(ofSide);
  if (atAnotherTime) return judge("phrase_said_at_another_time", atAnotherTime);
  const [byAnother] = inTime;
  return byAnother ? judge("phrase_said_by_another", byAnother) : judge("phrase_not_said", null);
}

function doubt(code: "phrases_without_words" | "nothing_said" | "sides_unknown", said: SaidPhrase | null = null): JudgedPhrases {
  return { finding: { code, isMet: null }, said };
}

/** A phrase is in time where it begins in time; its limits are in time as well. */
function isInTime(atMs: number, { withinFirstSeconds, withinLastSeconds }: PhraseRule, durationSeconds: number): boolean {
  const isEarlyEnough = withinFirstSeconds === undefined || atMs <= withinFirstSeconds * 1000;
  return isEarlyEnough && (withinLastSeconds === undefined || atMs >= (durationSeconds - withinLastSeconds) * 1000);
}
