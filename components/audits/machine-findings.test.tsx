import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MachineFinding } from "@/lib/audits/machine/machine-answer";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";
import { MachineFindings } from "./machine-findings";

const phrase = { phrase: "thanks", phraseCount: 1, speaker: "agent", withinFirstSeconds: null, withinLastSeconds: null } as const;
const said = { ...phrase, saidBy: "agent", saidAtMs: 12_400 } as const;
const silent = { ...phrase, saidBy: null, saidAtMs: null } as const;

const FINDINGS: [MachineFinding, string][] = [
  [{ code: "phrase_said", isMet: true, ...said }, "The agent says “thanks” at 0:12."],
  [
    { code: "phrase_said_at_another_time", isMet: false, ...said, withinFirstSeconds: 10 },
    "The agent says “thanks” at 0:12, and not in the first 10 seconds.",
  ],
  [
    { code: "phrase_said_by_another", isMet: false, ...said, saidBy: "customer" },
    "“thanks” is said at 0:12 by the customer, and not by the agent.",
  ],
  [{ code: "phrase_not_said", isMet: false, ...silent }, "The agent does not say “thanks”."],
  [
    { code: "phrase_not_said", isMet: true, ...silent, phraseCount: 3, speaker: "anyone", withinLastSeconds: 90 },
    "Nobody says “thanks” nor any of 2 other phrases in the last 90 seconds.",
  ],
  [{ code: "silence_ratio", isMet: true, value: 0.123, min: null, max: 0.2 }, "Silence takes 12.3% of the call (at most 20%)."],
  [{ code: "longest_silence", isMet: false, value: 65.5, min: null, max: 60 }, "The longest silence lasts 1:05 (at most 1:00)."],
  [{ code: "agent_talk_ratio", isMet: false, value: 0.8, min: 0.3, max: 0.6 }, "The agent talks for 80% of the call (30% to 60%)."],
  [{ code: "agent_interruptions", isMet: false, value: 2, min: null, max: 1 }, "The agent interrupts 2 times (at most 1)."],
  [{ code: "nothing_said", isMet: null }, "No words were heard in the call."],
];

function render(findings: MachineFinding[], locale: "en" | "es" | "pt", messages: object): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC" onError={(error) => expect.unreachable(error.message)}>
      <MachineFindings findings={findings} />
    </NextIntlClientProvider>,
  );
}

test.each(FINDINGS)("%j is told in words", (finding, words) => {
  expect(render([finding], "en", en)).toContain(`>${words}<`);
  for (const html of [render([finding], "es", es), render([finding], "pt", pt)]) expect(html).not.toMatch(/[{}]|undefined|machineFindings/);
});

test("where the machine said nothing there is nothing", () => {
  expect(render([], "en", en)).toBe("");
});
