import fc from "fast-check";
import { expect, test } from "vitest";
import type { SegmentWord } from "@/db/schema";
import { findQuote, type QuotableSegment } from "./find-quote";

const line = (position: number, text: string, words: SegmentWord[] | null = null): QuotableSegment => ({
  ...{ position, startMs: position * 5_000, text, words },
});
const call = [
  line(0, "¡Buenos días! Le habla Martín, de Solaris."),
  line(1, "Sí."),
  line(2, "Sí, quiero darme de baja: son 10.000 pesos por mes…"),
  line(3, "Entiendo. No se preocupe."),
];

test.each([
  ["buenos dias le habla MARTIN", 0, "Buenos días! Le habla Martín"],
  ["«Quiero dar-me de baja, son 10000 pesos»", 2, "quiero darme de baja: son 10.000 pesos"],
  ["pesos por mes. Entiendo", 2, "pesos por mes Entiendo"],
  ["de Solaris sí", 0, "de Solaris Sí"],
  ["si", 1, "Sí"],
  ["Si\u0301 quiero", 2, "Sí, quiero"],
])("%s is found, in the transcript's own words", (text, position, own) => {
  expect(findQuote(call, text)).toEqual({ position, startMs: position * 5_000, text: own });
});

test.each([
  ["", "nothing"],
  ["…!", "no word"],
  ["Martín", "a single word that is not all of a line"],
  ["quiero cancelar", "a word that nobody said"],
  ["uenos días", "a part of a word at its beginning"],
  ["buenos dí", "a part of a word at its end"],
  ["días buenos", "another order"],
  ["quiero … pesos", "words left out"],
  ["de Solaris sí sí quiero", "over three lines"],
])("%j is not found: %s", (text) => {
  expect(findQuote(call, text)).toBeNull();
});

test("where words have times, the time is that of the first word quoted", () => {
  const words: SegmentWord[] = [
    ["Quiero", 1_000, 1_300],
    ["dar-me", 1_300, 1_700],
    ["de", 1_700, 1_800],
    ["baja.", 1_800, 2_100],
  ];
  expect(findQuote([line(4, "Quiero dar-me de baja.", words)], "de baja")).toMatchObject({ position: 4, startMs: 1_700 });
  expect(findQuote([line(4, "Quiero dar-me de alta.", words)], "de alta")).toMatchObject({ startMs: 20_000 });
});

const word = fc.stringMatching(/^[a-zñáéü]{1,8}$/);
const transcript = fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 12 });
const separator = fc.constantFrom(" ", ", ", ". ", "  ", " — ", "\n", "… ");

/** A run of words of a transcript, within a line or from one into the next, written in another way. */
const quoted = fc
  .tuple(transcript, fc.nat(), fc.nat(), fc.nat(), separator, fc.boolean())
  .map(([lines, at, from, length, mark, isLoud]) => {
    const index = at % lines.length;
    const own = lines[index] ?? [];
    const both = [...own, ...(lines[index + 1] ?? [])];
    const first = from % own.length;
    const run = both.slice(first, first + 2 + (length % both.length));
    const text = run.join(mark).normalize(isLoud ? "NFD" : "NFC");
    return { lines, run, text: isLoud ? text.toUpperCase() : text };
  });

test("every run of words of a transcript is found, however it is written, and what is returned is in it", () => {
  fc.assert(
    fc.property(quoted, ({ lines, run, text }) => {
      fc.pre(run.length >= 2);
      const segments = lines.map((words, position) => line(position, `¿${words.join(", ")}?`));
      const found = findQuote(segments, text);
      expect(found).not.toBeNull();
      const { position = 0, text: own = "" } = found ?? {};
      const said = `${segments[position]?.text} ${segments[position + 1]?.text}`;
      const plain = (value: string) => value.replace(/[^\p{L}]/gu, "");
      expect(plain(said)).toContain(plain(own));
      expect(plain(own).normalize("NFD").replace(/\p{M}/gu, "")).toBe(plain(run.join("").normalize("NFD").replace(/\p{M}/gu, "")));
    }),
    { numRuns: 500 },
  );
});

test("nothing is found with a word in it that nobody said", () => {
  fc.assert(
    fc.property(quoted, fc.nat(), fc.stringMatching(/^[0-9]{1,6}$/), ({ lines, run }, at, strange) => {
      const segments = lines.map((words, position) => line(position, words.join(" ")));
      expect(findQuote(segments, run.toSpliced(at % (run.length + 1), 0, strange).join(" "))).toBeNull();
    }),
    { numRuns: 500 },
  );
});
