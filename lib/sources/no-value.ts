/** A template's variable that the sender did not replace. */
export const UNREPLACED_VARIABLE = /\{\{[^{}]*\}\}/;

/** Empty text, white space, null and an unreplaced variable. */
export function isNoValue(sent: unknown): boolean {
  return sent === null || (typeof sent === "string" && (sent.trim() === "" || UNREPLACED_VARIABLE.test(sent)));
}
