import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { authSecret } from "./auth-secret";

export const SESSION_MAX_AGE_SECONDS = 14 * 24 * 60 * 60;

const claimsShape = z.object({ sub: z.uuid(), sessionVersion: z.int() });

/** Who a session belongs to, and the user's session version when it began. */
export type SessionClaims = { userId: string; sessionVersion: number };

/** Encrypted text of a session, in next-auth's own format. Ends after SESSION_MAX_AGE_SECONDS. */
export async function createSessionToken({ userId, sessionVersion }: SessionClaims): Promise<string> {
  return encode({ token: { sub: userId, sessionVersion }, secret: await authSecret(), maxAge: SESSION_MAX_AGE_SECONDS });
}

/** The claims in a token of ours that has not ended; null for anything else. */
export async function readSessionToken(token: string): Promise<SessionClaims | null> {
  const secret = await authSecret();
  const payload = await decode({ token, secret }).catch(() => null);
  const claims = claimsShape.safeParse(payload);
  return claims.success ? { userId: claims.data.sub, sessionVersion: claims.data.sessionVersion } : null;
}
