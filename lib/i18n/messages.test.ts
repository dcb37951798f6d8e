import { expect, test } from "vitest";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";

test("every language has exactly the same words to say, with the same variables in them", () => {
  expect(shapeOf(en)).toEqual(shapeOf(es));
  expect(shapeOf(pt)).toEqual(shapeOf(es));
});

test("no word is blank", () => {
  for (const messages of [es, en, pt]) expect(Object.entries(flatten(messages)).filter(([, text]) => text.trim() === "")).toEqual([]);
});

test("no arm of a choice is empty: the compiler of messages takes that for a mistake, once it is shown", () => {
  for (const messages of [es, en, pt])
    expect(Object.entries(flatten(messages)).filter(([, text]) => /[\w=]\s*\{\s*\}/.test(text))).toEqual([]);
});

function shapeOf(messages: object) {
  return Object.fromEntries(Object.entries(flatten(messages)).map(([key, text]) => [key, variablesOf(text)]));
}

/** Names of the arguments and tags of an ICU text, each once. */
function variablesOf(text: string): string[] {
  const names = [...text.matchAll(/\{\s*(\w+)\s*[,}]|<(\w+)>/g)].map((match) => match[1] ?? match[2] ?? "");
  return [...new Set(names)].sort();
}

function flatten(node: object, prefix = ""): Record<string, string> {
  return Object.assign(
    {},
    ...Object.entries(node).map(([key, value]) =>
      typeof value === "string" ? { [`${prefix}${key}`]: value } : flatten(value, `${prefix}${key}.`),
    ),
  );
}
