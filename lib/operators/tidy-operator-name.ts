const MAX_CHARACTERS = 200;

/** A name as it is stored and shown: spaces of all kinds trimmed and collapsed, nothing that PostgreSQL can't hold, 200 characters at most. */
export function tidyOperatorName(name: string): string {
  const tidied = name
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return tidied.length <= MAX_CHARACTERS ? tidied : [...tidied].slice(0, MAX_CHARACTERS).join("").trimEnd();
}
