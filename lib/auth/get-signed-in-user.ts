import { cache } from "react";
import { findSignedInUser, type SignedInUser } from "./find-signed-in-user";
import { getSessionClaims } from "./get-session-claims";

/** Who sent the request at hand, re-read from the database once a request; null when nobody is signed in. */
export const getSignedInUser = cache(async (): Promise<SignedInUser | null> => {
  const claims = await getSessionClaims();
  return claims && findSignedInUser(claims);
});
