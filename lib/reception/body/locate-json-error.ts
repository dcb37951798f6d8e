export type JsonErrorKind =
  | "empty"
  | "unexpected_end"
  | "expected_value"
  | "expected_key"
  | "trailing_comma"
  | "expected_colon"
  | "expected_comma"
  | "bad_number"
  | "bad_word"
  | "bad_escape"
  | "control_character"
  | "after_end";

export type JsonError = { offset: number; kind: JsonErrorKind };

type Expectation = "value" | "value_or_end" | "key" | "key_or_end" | "colon" | "comma_or_end" | "nothing";
type Step = { end: number } | JsonError;

/** Finds the first character that can't stand where it does in JSON (RFC 8259); null when the text is valid. Takes any depth of nesting. */
export function locateJsonError(text: string): JsonError | null {
  const open: string[] = [];
  let expected: Expectation = "value";
  for (let index = skipSpace(text, 0); index < text.length; index = skipSpace(text, index)) {
    const character = text.charAt(index);
    if (character === (open.at(-1) === "{" ? "}" : "]") && mayClose(expected)) {
      open.pop();
      expected = open.length > 0 ? "comma_or_end" : "nothing";
      index++;
    } else if (expected === "colon" || expected === "comma_or_end") {
      if (character !== (expected === "colon" ? ":" : ","))
        return { offset: index, kind: `expected_${expected === "colon" ? "colon" : "comma"}` };
      expected = expected === "comma_or_end" && open.at(-1) === "{" ? "key" : "value";
      index++;
    } else if (expected === "nothing") {
      return { offset: index, kind: "after_end" };
    } else if ((expected === "value" || expected === "value_or_end") && (character === "{" || character === "[")) {
      open.push(character);
      expected = character === "{" ? "key_or_end" : "value_or_end";
      index++;
    } else {
      const isKey: boolean = expected === "key" || expected === "key_or_end";
      if (isKey && character !== '"')
        return { offset: index, kind: expected === "key" && character === "}" ? "trailing_comma" : "expected_key" };
      if (expected === "value" && character === "]" && open.at(-1) === "[") return { offset: index, kind: "trailing_comma" };
      const step = readScalar(text, index);
      if ("kind" in step) return step;
      expected = isKey ? "colon" : open.length > 0 ? "comma_or_end" : "nothing";
      index = step.end;
    }
  }
  if (expected === "nothing") return null;
  return { offset: text.length, kind: open.length === 0 ? "empty" : "unexpected_end" };
}

function mayClose(expected: Expectation): boolean {
  return expected === "comma_or_end" || expected === "key_or_end" || expected === "value_or_end";
}

function skipSpace(text: string, start: number): number {
  let index = start;
  while (index < text.length && " \t\n\r".includes(text.charAt(index))) index++;
  return index;
}

function readScalar(text: string, start: number): Step {
  const character = text.charAt(start);
  if (character === '"') return readString(text, start);
  if (/[-\d]/.test(character)) return readNumber(text, start);
  const word = character === "t" ? "true" : character === "f" ? "false" : character === "n" ? "null" : null;
  return word ? readWord(text, start, word) : { offset: start, kind: "expected_value" };
}

function readString(text: string, start: number): Step {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0x22) return { end: index + 1 };
    if (code < 0x20) return { offset: index, kind: "control_character" };
    if (code !== 0x5c) continue;
    index++;
    if (index < text.length && !'"\\/bfnrtu'.includes(text.charAt(index))) return { offset: index, kind: "bad_escape" };
    if (text.charAt(index) !== "u") continue;
    for (let digits = 0; digits < 4; digits++) {
      index++;
      if (index < text.length && !/[\da-f]/i.test(text.charAt(index))) return { offset: index, kind: "bad_escape" };
    }
  }
  return { offset: text.length, kind: "unexpected_end" };
}

function readNumber(text: string, start: number): Step {
  let index = text.charAt(start) === "-" ? start + 1 : start;
  const wholeStart = index;
  index = skipDigits(text, index);
  if (index === wholeStart) return missingDigit(text, index);
  if (text.charAt(wholeStart) === "0" && index > wholeStart + 1) return { offset: wholeStart + 1, kind: "bad_number" };
  if (text.charAt(index) === ".") {
    const fraction = skipDigits(text, index + 1);
    if (fraction === index + 1) return missingDigit(text, fraction);
    index = fraction;
  }
  if (/[eE]/.test(text.charAt(index))) {
    const digits = /[+-]/.test(text.charAt(index + 1)) ? index + 2 : index + 1;
    const exponent = skipDigits(text, digits);
    if (exponent === digits) return missingDigit(text, exponent);
    index = exponent;
  }
  return { end: index };
}

function skipDigits(text: string, start: number): number {
  let index = start;
  while (/\d/.test(text.charAt(index))) index++;
  return index;
}

function missingDigit(text: string, offset: number): JsonError {
  return { offset, kind: offset < text.length ? "bad_number" : "unexpected_end" };
}

function readWord(text: string, start: number, word: string): Step {
  for (let index = 0; index < word.length; index++) {
    if (start + index >= text.length) return { offset: text.length, kind: "unexpected_end" };
    if (text.charAt(start + index) !== word.charAt(index)) return { offset: start + index, kind: "bad_word" };
  }
  return { end: start + word.length };
}
