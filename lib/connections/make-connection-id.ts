import { randomInt } from "node:crypto";

const ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";
const LENGTH = 16;

/** A new connection_id: `con_` and 16 characters that are not mistaken for each other. It names a connection and is no secret. */
export function makeConnectionId(): string {
  return `con_${Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("")}`;
}
