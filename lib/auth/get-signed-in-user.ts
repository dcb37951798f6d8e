import { cookies } from "next/headers";
import { cache } from "react";
import { findSignedInUser, type SignedInUser } from "./find-signed-in-user";
import { sessionCookie } from "./session-cookie";
import { readSessionToken } from "./session-token";

/** Who sent the request at hand, re-read from the database once a request; null when nobody is signed in. */
export const getSignedInUser = cache(async (): Promise<SignedInUser | null> => {
  const token = (await cookies()).get(sessionCookie.name)?.value;
  if (!token) return null;
  const claims = await readSessionToken(token);
  return claims && findSignedInUser(claims);
});
