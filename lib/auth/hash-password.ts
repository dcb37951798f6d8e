import { randomBytes, type ScryptOptions, scrypt } from "node:crypto";

/** OWASP's scrypt setting for 32 MiB; kept in each hash, so that it can be raised without breaking older ones. */
export const SCRYPT_COST = { N: 32_768, r: 8, p: 3 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** One-way text of a password: `scrypt$N$r$p$salt$key`, both in base64url. Takes about a fifth of a second on purpose. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await deriveKey(password, salt, KEY_BYTES, SCRYPT_COST);
  return ["scrypt", SCRYPT_COST.N, SCRYPT_COST.r, SCRYPT_COST.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** scrypt as a promise. The same characters typed on two keyboards are the same password: they are composed first. */
export function deriveKey(password: string, salt: Buffer, keyBytes: number, cost: { N: number; r: number; p: number }): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
