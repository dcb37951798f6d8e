/** Longest key in UTF-16 units: what an index entry of PostgreSQL holds whatever the script. */
const MAX_LENGTH = 500;

/**
 * What two spellings of one operator's name have in common: no case, no accents, no repeated, leading or trailing space. Empty when
 * nothing is left of the name. `JOSE  perez` and `José Pérez` have the same key.
 */
export function operatorMatchKey(name: string): string {
  return (
    name
      .toWellFormed()
      .normalize("NFKD")
      // By way of upper case, which folds ß to ss and final sigma to sigma; ẞ becomes ß by lower case alone.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKD")
      .replace(/\p{M}|\p{Cf}/gu, "")
      .replace(/[\s\p{Cc}]+/gu, " ")
      .trim()
      .slice(0, MAX_LENGTH)
      .toWellFormed()
      .trimEnd()
  );
}
