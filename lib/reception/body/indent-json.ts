const STEP = "  ";
/** Deeper than this, white space would be most of the text. */
const MAX_DEPTH = 64;

/**
 * The same JSON, a member a line; as it is when it is nested too deeply. Nothing is read and written anew: digits, escapes and repeated keys
 * stay as they came. The text must be valid.
 */
export function indentJson(text: string): string {
  const parts: string[] = [];
  let depth = 0;
  let last = "";
  const breakLine = () => parts.push(`\n${STEP.repeat(depth)}`);
  for (const [token] of text.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]|[^\s{}[\],:"]+/gs)) {
    const isClosing = token === "}" || token === "]";
    const isFirst = last === "{" || last === "[";
    if (isClosing) depth--;
    if (isFirst !== isClosing || last === ",") breakLine();
    parts.push(token === ":" ? ": " : token);
    if (token === "{" || token === "[") depth++;
    if (depth > MAX_DEPTH) return text;
    last = token;
  }
  return parts.join("");
}
