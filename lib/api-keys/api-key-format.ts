import { hash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

const PREFIX = "aud_";
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SHAPE = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_LENGTH + CHECKSUM_LENGTH}}$`);

/** A new key: `aud_`, 43 random base62 characters (256 bits), and a checksum that tells a mistyped key from an unknown one. */
export function makeApiKey(): string {
  const secret = randomBase62(SECRET_LENGTH);
  return `${PREFIX}${secret}${checksumOf(secret)}`;
}

/** True when a text is shaped like one of our keys and its checksum is right. Says nothing of whether such a key exists. */
export function isWellFormedApiKey(text: string): boolean {
  if (!SHAPE.test(text)) return false;
  const secret = text.slice(PREFIX.length, PREFIX.length + SECRET_LENGTH);
  return text.endsWith(checksumOf(secret));
}

/** SHA-256 of a key, in lower-case hex: what the database keeps of it. A key has 256 random bits, so no slow hash is needed. */
export function hashApiKey(key: string): string {
  return hash("sha256", key, "hex");
}

/** The part of a key that may be shown and logged. */
export function lastFourOf(key: string): string {
  return key.slice(-4);
}

function checksumOf(secret: string): string {
  let rest = crc32(secret);
  let text = "";
  for (let i = 0; i < CHECKSUM_LENGTH; i++) {
    text = ALPHABET.charAt(rest % ALPHABET.length) + text;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return text;
}

function randomBase62(length: number): string {
  let text = "";
  while (text.length < length) {
    // Bytes from 248 up would favour the first letters: 248 is the largest multiple of 62 in a byte.
    for (const byte of randomBytes(length)) if (byte < 248 && text.length < length) text += ALPHABET.charAt(byte % ALPHABET.length);
  }
  return text;
}
