import { createHash, randomBytes } from "node:crypto";

/** A new secret for a link: 256 random bits that an address can hold as they are. */
export function makeLinkSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret. 256 random bits need no slow hash. */
export function hashLinkSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}
