import fc from "fast-check";
import { expect, test } from "vitest";
import type { TranscriptSpeaker } from "@/db/schema";
import type { HeardSegment } from "./heard-call";
import { AGENT, answer, CUSTOMER, heard, SOMEBODY, said } from "./testing/make-heard-call";

test.each([
  ["es", "gracias por llamar", "Buenas, GRACIAS por llamar a Línea Sur.", "GRACIAS por llamar"],
  ["es", "gracias por llamar", "Gracias, por... ¡llamar!", "Gracias, por... ¡llamar"],
  ["es", "grabacion", "Esta llamada se está grabando, la grabación se guarda.", "grabación"],
  ["es", "promoción", "Tenemos dos promociones nuevas.", "promociones"],
  ["es", "promocion vigente", "Hay promociones vigentes.", "promociones vigentes"],
  ["es", "¿en qué puedo ayudarlo?", "en que puedo ayudarlo", "en que puedo ayudarlo"],
  ["es", "informacion", "Le paso las informaciones.", "informaciones"],
  ["es", "llamar", "Lo llamamos ayer.", "llamamos"],
  ["es", "DNI 30123456", "Mi dni, 30123456.", "dni, 30123456"],
  ["en", "we are recording", "Just so you know, we are recorded here.", "we are recorded"],
  ["en", "I'm calling", "Hello, I’m calling from the bank", "I’m calling"],
  ["en", "don't worry", "Please don’t worry!", "don’t worry"],
  ["en", "policies", "Our policy is clear.", "policy"],
  ["pt", "informacao", "Preciso de uma informação.", "informação"],
  ["pt", "informações", "Preciso de uma informação.", "informação"],
  ["pt", "condicoes do contrato", "São as condições do contrato.", "condições do contrato"],
] as const)("in %s, “%s” is said by “%s”", async (language, phrase, text, quote) => {
  const call = heard([[0, text]], { language });
  expect(await answer(said(phrase), call)).toMatchObject({ answer: "complies", quote, source: "rule", confidence: null });
});

test.each([
  ["another order", "por llamar gracias", "gracias por llamar"],
  ["a word in between", "gracias por llamar", "gracias por volver a llamar"],
  ["a word that is missing", "gracias por llamar hoy", "gracias por llamar"],
  ["part of a word", "sol", "consolar es de sabios"],
  ["a stop word for another one", "gracias por llamar", "gracias a llamar"],
  ["words of two speakers", "gracias por llamar", "gracias por"],
])("%s is not the phrase", async (_, phrase, text) => {
  const call = heard([
    [0, text],
    [1, "llamar"],
  ]);
  expect(await answer(said(phrase), call)).toMatchObject({ answer: "fails", quote: null, momentMs: null });
  expect(await answer(said(phrase, { isSaid: false }), call)).toMatchObject({ answer: "complies" });
});

test("a phrase goes on over the border of two lines of one speaker, whatever the other says in between, unless a pause is too long", async () => {
  const split = (secondAt: number) =>
    heard([
      [0, "Muy buenas, gracias por", 0],
      [1, "ajá, sí", 3],
      [0, "llamar a Línea Sur", secondAt],
    ]);
  expect(await answer(said("gracias por llamar"), split(8))).toMatchObject({
    answer: "complies",
    quote: "gracias por llamar",
    momentMs: 2087,
  });
  expect(await answer(said("gracias por llamar"), split(9.1))).toMatchObject({ answer: "fails" });
});

test("the moment is that of the phrase's first word where words have times, and else by its place in the line", async () => {
  const words: HeardSegment["words"] = [
    ["Hola,", 10_000, 10_200],
    ["gracias", 13_100, 13_400],
    ["por", 13_400, 13_500],
    ["llamar", 13_500, 13_900],
  ];
  expect((await answer(said("gracias por"), heard([[0, "Hola, gracias por llamar", 10, words]]))).momentMs).toBe(13_100);
  expect((await answer(said("gracias por"), heard([[0, "Hola, gracias por llamar", 10]]))).momentMs).toBe(11_000);
  // Times of a text that is not the line's tell nothing.
  expect((await answer(said("gracias por"), heard([[0, "Hola! gracias por llamar", 10, words]]))).momentMs).toBe(11_000);
});

test("one of several phrases is enough, and the one that was said first is told", async () => {
  const call = heard([
    [0, "Buenas tardes"],
    [0, "Buen día"],
  ]);
  const result = await answer(said(["hola", "buen día", "buenas tardes"]), call);
  expect(result).toMatchObject({ answer: "complies", quote: "Buenas tardes", findings: [{ phrase: "buenas tardes", phraseCount: 3 }] });
});

test.each([
  [{ speaker: "agent" }, "complies", "phrase_said", "agent"],
  [{ speaker: "customer" }, "fails", "phrase_said_by_another", "agent"],
  [{ speaker: "agent", withinFirstSeconds: 20 }, "complies", "phrase_said", "agent"],
  [{ speaker: "agent", withinFirstSeconds: 19 }, "fails", "phrase_said_at_another_time", "agent"],
  [{ speaker: "agent", withinLastSeconds: 80 }, "complies", "phrase_said", "agent"],
  [{ speaker: "agent", withinLastSeconds: 79 }, "fails", "phrase_said_at_another_time", "agent"],
  [{ speaker: "agent", withinFirstSeconds: 30, withinLastSeconds: 90 }, "complies", "phrase_said", "agent"],
  [{ speaker: "customer", withinFirstSeconds: 10 }, "fails", "phrase_not_said", null],
  [{ isSaid: false, speaker: "agent" }, "fails", "phrase_said", "agent"],
  [{ isSaid: false, speaker: "customer" }, "complies", "phrase_said_by_another", "agent"],
  [{ isSaid: false, speaker: "agent", withinFirstSeconds: 19 }, "complies", "phrase_said_at_another_time", "agent"],
] as const)("said by the agent at second 20, a rule of %j gives %s", async (rule, expected, code, saidBy) => {
  const call = heard([
    [1, "Hola", 0],
    [0, "Gracias por llamar", 20],
  ]);
  const result = await answer(said("gracias por llamar", rule), call);
  expect(result).toMatchObject({ answer: expected, findings: [{ code, saidBy, isMet: expected === "complies" }] });
  expect(result.momentMs).toBe(saidBy === null ? null : 20_000);
});

test("where nobody knows who speaks, a rule about one side has no answer and says why; one about anyone has", async () => {
  const mono = heard([[0, "Gracias por llamar"]], { speakers: [SOMEBODY] });
  for (const phrase of ["gracias por llamar", "adiós"])
    for (const isSaid of [true, false])
      expect(await answer(said(phrase, { speaker: "agent", isSaid }), mono)).toMatchObject({
        ...{ answer: null, points: null, findings: [{ code: "sides_unknown", isMet: null }] },
      });
  expect(await answer(said("gracias por llamar"), mono)).toMatchObject({ answer: "complies" });
  // A third voice that nobody has named can be either side.
  const three = (text: string) =>
    heard(
      [
        [0, "Hola"],
        [1, "Hola"],
        [2, text],
      ],
      { speakers: [AGENT, CUSTOMER, SOMEBODY] },
    );
  expect(await answer(said("gracias", { speaker: "agent" }), three("Gracias"))).toMatchObject({ answer: null, quote: "Gracias" });
  expect(await answer(said("gracias", { speaker: "agent" }), three("Chau"))).toMatchObject({ answer: "fails" });
  // Two sides are known, and one of them never spoke.
  const oneSided = heard([[0, "Hola, ¿quién habla?"]], { speakers: [CUSTOMER] });
  expect(await answer(said("gracias", { speaker: "agent" }), oneSided)).toMatchObject({ answer: "fails" });
});

test("of a call in which nothing is said, and by phrases without a word, phrases cannot be told", async () => {
  expect(await answer(said("hola"), heard([], { speakers: [] }))).toMatchObject({ answer: null, findings: [{ code: "nothing_said" }] });
  expect(await answer(said("¡!"), heard([[0, "Hola"]]))).toMatchObject({ answer: null, findings: [{ code: "phrases_without_words" }] });
});

test("of a scale a rule gives all points or none", async () => {
  const call = heard([[0, "Hola"]]);
  expect(await answer(said("hola"), call, 5)).toMatchObject({ answer: "complies", points: 5 });
  expect(await answer(said("chau"), call, 5)).toMatchObject({ answer: "fails", points: 0 });
  expect(await answer(said("chau", { speaker: "agent" }), { ...call, speakers: [SOMEBODY] }, 5)).toMatchObject({
    answer: null,
    points: null,
  });
});

const word = fc.constantFrom("hola", "gracias", "por", "llamar", "Llamamos", "días", "dias", "no", "Ñandú", "2026");
const line = fc.tuple(
  fc.constantFrom(0, 1),
  fc.array(word, { minLength: 1, maxLength: 8 }).map((list) => list.join(" ")),
);

test("said and not said are each other's opposite, whatever is said and asked", async () => {
  const rule = fc.record({
    phrases: fc.array(
      fc.array(word, { minLength: 1, maxLength: 3 }).map((list) => list.join(" ")),
      { minLength: 1, maxLength: 3 },
    ),
    speaker: fc.constantFrom("agent" as const, "customer" as const, "anyone" as const),
    withinFirstSeconds: fc.integer({ min: 1, max: 100 }),
  });
  const roles = fc.constantFrom<TranscriptSpeaker[][]>([AGENT, CUSTOMER], [CUSTOMER, AGENT], [SOMEBODY, SOMEBODY]);
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 8 }), rule, roles, async (lines, asked, speakers) => {
      const call = heard(lines, { speakers });
      const [yes, no] = [
        await answer(said([], { ...asked, isSaid: true }), call),
        await answer(said([], { ...asked, isSaid: false }), call),
      ];
      expect(no.answer).toBe(yes.answer === null ? null : yes.answer === "complies" ? "fails" : "complies");
      expect(no).toMatchObject({ quote: yes.quote, momentMs: yes.momentMs });
    }),
    { numRuns: 60 },
  );
});

test("any words of a line in their order are found there, by that speaker and within the line, and are quoted as they stand", async () => {
  const piece = fc
    .tuple(fc.array(line, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), fc.integer({ min: 1, max: 4 }))
    .map(([lines, pick, from, length]) => {
      const [speaker, text] = lines[pick % lines.length] ?? [0, ""];
      const words = text.split(" ");
      const start = from % words.length;
      return { lines, speaker, phrase: words.slice(start, start + length).join(" ") };
    });
  await fc.assert(
    fc.asyncProperty(piece, async ({ lines, speaker, phrase }) => {
      const call = heard(lines);
      const result = await answer(said(phrase.toUpperCase(), { speaker: speaker === 0 ? "agent" : "customer" }), call);
      expect(result.answer).toBe("complies");
      const quoted = lines.filter(([by]) => by === speaker).map(([, text]) => text);
      expect(quoted.join(" ")).toContain(result.quote);
      const segment = call.segments.find(({ startMs, endMs }) => startMs <= (result.momentMs ?? -1) && (result.momentMs ?? -1) <= endMs);
      expect(segment?.speaker).toBe(speaker);
    }),
    { numRuns: 60 },
  );
});
