import { cookies } from "next/headers";
import { sessionCookie } from "./session-cookie";
import { createSessionToken, type SessionClaims } from "./session-token";

/** Signs the browser of the request at hand in. For actions and routes, where cookies can be set. */
export async function startSession(claims: SessionClaims): Promise<void> {
  (await cookies()).set(sessionCookie.name, await createSessionToken(claims), sessionCookie.options);
}
