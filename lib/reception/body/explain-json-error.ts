import type { JsonError } from "./locate-json-error";

/** A variable of a template that was not replaced, in the notations that platforms use. */
export const PLACEHOLDER = /\{\{[^{}\r\n]{0,200}\}\}|\$\{[^{}\r\n]{0,200}\}|<[A-Za-z_][^<>\r\n]{0,200}>/g;
const SMART_QUOTE = /[\u2018-\u201f\u00ab\u00bb]/;

/** Says in one or two sentences what is most likely wrong at the place where JSON stops being JSON. */
export function explainJsonError(text: string, error: JsonError): string {
  const placeholders = [...text.slice(0, 20_000).matchAll(PLACEHOLDER)];
  const blamed = placeholders.find((match) => match.index <= error.offset && error.offset < match.index + match[0].length);
  const whole = explainWhole(text, error);
  if (whole) return whole;
  if (blamed) return explainPlaceholder(blamed[0]);
  const hint = explainPlace(text, error);
  const other = placeholders.find((match) => standsAlone(text, match));
  return other ? `${hint} The placeholder ${other[0]} was also left in.` : hint;
}

/** What is wrong with the body as a whole, whatever the place. */
function explainWhole(text: string, { kind }: JsonError): string | null {
  if (kind === "empty") return "The body is empty.";
  const start = text.trimStart();
  if (/^<(?:\?xml|!doctype|[a-z]+[\s>])/i.test(start) && /<\/|\/>|<\?xml/.test(start)) return "The body is XML or HTML; it must be JSON.";
  if (/^[\w.%+-]+=[^&\s]*(?:&[\w.%+-]+=[^&\s]*)*\s*$/.test(start)) {
    return "The body is a form; its Content-Type must say application/x-www-form-urlencoded.";
  }
  return null;
}

function explainPlaceholder(placeholder: string): string {
  if (placeholder.startsWith("{{"))
    return `The placeholder ${placeholder} was left in: the variable was not replaced, and it stands without quotes.`;
  return `The placeholder ${placeholder} was left in: put the real value in its place.`;
}

function explainPlace(text: string, { offset, kind }: JsonError): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  if (kind === "unexpected_end") return "The body ends too early: a text, list or object is not closed. It may have been cut on the way.";
  if (kind === "control_character")
    return `${nameOfControl(character)} stands inside a text; in JSON it must be written as an escape such as \\n.`;
  if (kind === "bad_escape")
    return "A backslash inside a text starts an escape that JSON doesn't know; a backslash itself is written \\\\.";
  if (kind === "trailing_comma") return "There is a comma after the last value; take it out.";
  if (SMART_QUOTE.test(character)) return `The typographic quote ${character} stands where a straight double quote (") must be.`;
  if (character === "'") return "Single quotes are not JSON: keys and texts need double quotes.";
  if (character === "/" && /[/*]/.test(text.charAt(offset + 1))) return "JSON has no comments; take this one out.";
  if (kind === "bad_number")
    return "Numbers have no leading zeros, and digits must follow a sign, a point or an exponent. Put quotes around it if it is a text.";
  if (kind === "after_end") return `Something follows the end of the object: ${wordAt(text, offset)}.`;
  if (kind === "expected_key") return `A key in double quotes must stand here, not ${wordAt(text, offset)}.`;
  if (kind === "expected_colon") return `A colon must follow the key, not ${wordAt(text, offset)}.`;
  if (kind === "expected_comma") return explainMissingComma(text, offset);
  return explainValue(text, offset, kind);
}

function explainMissingComma(text: string, offset: number): string {
  const before = text.slice(Math.max(0, offset - 2000), offset);
  if (text.charAt(offset) === '"')
    return 'A comma is missing before this text, or a quote inside the text before it is not written as \\".';
  if (before.endsWith('"')) return `${wordAt(text, offset)} follows the end of a text: a quote inside a text must be written as \\".`;
  const value = /[^\s,:{}[\]"]+$/.exec(before.trimEnd())?.[0];
  if (value)
    return `${JSON.stringify(value.slice(0, 40).toWellFormed())} and what follows is not a number: put quotes around the whole value.`;
  return `A comma or the end must stand here, not ${wordAt(text, offset)}.`;
}

function explainValue(text: string, offset: number, kind: string): string {
  const character = text.charAt(offset);
  if (/[,}\]]/.test(character)) return "A value is missing here: a variable without quotes that came empty leaves nothing behind.";
  if (character === "+") return "A number can't start with +: put quotes around the value.";
  const start = kind === "bad_word" ? offset - (/[a-z]*$/i.exec(text.slice(Math.max(0, offset - 5), offset))?.[0].length ?? 0) : offset;
  const word = wordAt(text, start);
  if (/^"(?:true|false)"$/i.test(word)) return `${word} must be written in lower case.`;
  if (/^"(?:none|nan|-?infinity|undefined|nil)"$/i.test(word)) return `${word} is not JSON: write null, or a text in quotes.`;
  return `${word} is not a value: texts need double quotes. It may be a placeholder left in.`;
}

function nameOfControl(character: string): string {
  if (character === "\n" || character === "\r") return "A line break";
  return character === "\t" ? "A tab" : `The control character U+${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`;
}

/** The word at an offset, quoted and cut, for use in a sentence. */
function wordAt(text: string, offset: number): string {
  const word = /^[^\s,:{}[\]"]+/.exec(text.slice(offset, offset + 200))?.[0] ?? String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return JSON.stringify([...word.toWellFormed()].slice(0, 40).join(""));
}

/** True for a placeholder that stands as a value by itself, after a colon and before what ends a value. */
function standsAlone(text: string, { index, 0: placeholder }: RegExpExecArray): boolean {
  const before = text.slice(Math.max(0, index - 100), index);
  const after = text.slice(index + placeholder.length, index + placeholder.length + 100);
  return /:\s*$/.test(before) && /^\s*[,}\]]/.test(after);
}
