import { timingSafeEqual } from "node:crypto";
import { deriveKey, SCRYPT_COST } from "./hash-password";

// What a password is compared with when nobody has that e-mail, so that the answer takes as long as for somebody.
const NOBODYS_HASH = ["scrypt", SCRYPT_COST.N, SCRYPT_COST.r, SCRYPT_COST.p, "A".repeat(22), "A".repeat(43)].join("$");

/** Whether a password made this hash. `null` stands for an unknown user: always false, after the same work. */
export async function verifyPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const [scheme, n, r, p, salt = "", key = ""] = (passwordHash ?? NOBODYS_HASH).split("$");
  if (scheme !== "scrypt") throw new Error(`Unknown password scheme ${scheme}.`);
  const expected = Buffer.from(key, "base64url");
  const cost = { N: Number(n), r: Number(r), p: Number(p) };
  const derived = await deriveKey(password, Buffer.from(salt, "base64url"), expected.length, cost);
  return timingSafeEqual(derived, expected) && passwordHash !== null;
}
