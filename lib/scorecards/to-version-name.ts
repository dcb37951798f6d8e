import type { VersionName } from "./get-version-content";

/** The version that a text from an address names; null when it names none. */
export function toVersionName(text: string | null): VersionName | null {
  if (text === "draft") return "draft";
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
