import { cookies } from "next/headers";
import { sessionCookie } from "./session-cookie";
import { readSessionToken, type SessionClaims } from "./session-token";

/** What the session cookie of the request at hand says, before the database is asked whether it still holds; null without one. */
export async function getSessionClaims(): Promise<SessionClaims | null> {
  const token = (await cookies()).get(sessionCookie.name)?.value;
  return token ? readSessionToken(token) : null;
}
