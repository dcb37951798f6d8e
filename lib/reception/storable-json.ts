/** JSON that PostgreSQL can read as text and jsonb: NUL and lone surrogates, which it refuses, become the replacement character. */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value);
  // JSON.stringify writes these characters as escapes; a text that only looks like one takes the slower way too, and comes out the same.
  return /\\u(0000|d[89a-f])/.test(text) ? JSON.stringify(value, replaceUnstorable) : text;
}

function replaceUnstorable(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\u0000", "\uFFFD") : value;
}
