const MAX_CHARACTERS = 60;

/** Names a value that a sender sent, for a sentence: the value itself, cut to a length that can be read. */
export function describeSent(sent: unknown): string {
  if (Array.isArray(sent)) return "a list";
  if (typeof sent === "object" && sent !== null) return "an object";
  if (typeof sent !== "string") return String(sent);
  if (sent === "") return "an empty text";
  const characters = [...sent.slice(0, 4 * MAX_CHARACTERS)];
  const isCut = characters.length > MAX_CHARACTERS;
  return `${JSON.stringify(characters.slice(0, MAX_CHARACTERS).join("").toWellFormed())}${isCut ? "\u2026" : ""}`;
}
