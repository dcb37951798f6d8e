import { randomInt } from "node:crypto";

/** Letters and digits that are not taken for one another, since people read seeds out. */
const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 10;

/** A seed that nobody chose. */
export function makeSeed(): string {
  return Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join("");
}
