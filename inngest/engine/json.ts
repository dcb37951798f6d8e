/**
 * JSON of any value. What JSON cannot say (undefined, a function) becomes null; half a surrogate pair becomes U+FFFD, as it does on an Inngest
 * server: text that holds one cannot be signed.
 */
export function toJson(value: unknown): string {
  const text = JSON.stringify(value) ?? "null";
  // JSON.stringify escapes surrogates only where their other half is missing. Escaped backslashes are matched to be passed over.
  return text.includes("\\ud") ? text.replace(/\\\\|\\ud[89a-f][0-9a-f]{2}/g, (match) => (match === "\\\\" ? match : "\\ufffd")) : text;
}
