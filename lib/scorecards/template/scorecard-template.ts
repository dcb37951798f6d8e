import type { Locale } from "@/lib/i18n/locales";
import type { CriterionContent, ScorecardContent } from "../scorecard-content";
import { TEMPLATE_EN } from "./template-en";
import { TEMPLATE_ES } from "./template-es";
import { TEMPLATE_PT } from "./template-pt";
import type { TemplateWords } from "./template-words";

/** A scorecard to begin with, in a language: ten questions that most call centres ask. They are the same questions wherever it is used. */
export function scorecardTemplate(locale: Locale): ScorecardContent {
  const words = WORDS[locale];
  const { sections } = words;
  return {
    sections: [
      { title: sections.opening, criteria: [greeting(words), identity(words)] },
      { title: sections.listening, criteria: [listening(words), questions(words)] },
      { title: sections.solution, criteria: [information(words), nextStep(words), silence(words)] },
      { title: sections.manner, criteria: [empathy(words), respect(words), farewell(words)] },
    ],
  };
}

const WORDS: Record<Locale, TemplateWords> = { en: TEMPLATE_EN, es: TEMPLATE_ES, pt: TEMPLATE_PT };

const KEYS = {
  greeting: "5829686c-dfe4-4f78-8879-ecb072cb6f5b",
  identity: "10b417bf-88ca-48bc-b2eb-3eb7812f022e",
  listening: "cca91486-d1dd-4d05-9fb3-f806fe09ed35",
  questions: "9166a77f-8e56-42b5-a8a1-cdba63accfbc",
  information: "70e31bc4-37dc-4901-9f31-25188c6f4c69",
  nextStep: "96e1561b-efc4-4958-b9bd-dd7744887a89",
  silence: "5c3938e6-2a4e-4e83-9106-9302d36ed173",
  empathy: "0556d38f-d5e5-4475-8404-22701f4c6de3",
  respect: "3888ae41-6fa8-437a-bc4a-138b6be94615",
  farewell: "b1c7a9a4-ba0a-4f44-b2db-2202f6bbd214",
} as const;

/** How points from 0 to 5 are given stands in the help of each. */
const SCALE = { kind: "scale", maxPoints: 5, passingPoints: 3 } as const;
const PLAIN = {
  kind: "yes_no",
  maxPoints: null,
  passingPoints: null,
  condition: null,
  critical: "none",
  mode: "suggested",
  rule: null,
} as const;

function greeting({ greeting: { phrases, ...text } }: TemplateWords): CriterionContent {
  const rule = { phrases: { isSaid: true, phrases, speaker: "agent" as const, withinFirstSeconds: 30 } };
  return { ...PLAIN, ...text, key: KEYS.greeting, weight: 10, rule };
}

function identity({ identity: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...text, key: KEYS.identity, weight: 10, critical: "section" };
}

function listening({ listening: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...text, key: KEYS.listening, weight: 10, mode: "machine", rule: { maxAgentInterruptions: 3 } };
}

function questions({ questions: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...SCALE, ...text, key: KEYS.questions, weight: 10 };
}

function information({ information: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...SCALE, ...text, key: KEYS.information, weight: 20, mode: "manual" };
}

function nextStep({ nextStep: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...text, key: KEYS.nextStep, weight: 15 };
}

function silence({ silence: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...text, key: KEYS.silence, weight: 5, mode: "machine", rule: { maxLongestSilenceSeconds: 30 } };
}

function empathy({ empathy: text }: TemplateWords): CriterionContent {
  return { ...PLAIN, ...SCALE, ...text, key: KEYS.empathy, weight: 10 };
}

function respect({ respect: { phrases, ...text } }: TemplateWords): CriterionContent {
  const rule = { phrases: { isSaid: false, phrases, speaker: "agent" as const } };
  return { ...PLAIN, ...text, key: KEYS.respect, weight: 5, critical: "whole", rule };
}

function farewell({ farewell: { phrases, ...text } }: TemplateWords): CriterionContent {
  const rule = { phrases: { isSaid: true, phrases, speaker: "agent" as const, withinLastSeconds: 30 } };
  return { ...PLAIN, ...text, key: KEYS.farewell, weight: 5, rule };
}
