import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { hasUsers } from "@/lib/users/has-users";
import type { SignedInUser } from "./find-signed-in-user";
import { getSignedInUser } from "./get-signed-in-user";
import { REQUESTED_PATH_HEADER } from "./requested-path";

/** Who sent the request at hand. Nobody: on to sign-in, and back here afterwards; on a new installation, to its set-up. */
export async function requireSignedInUser(): Promise<SignedInUser> {
  const user = await getSignedInUser();
  if (user) return user;
  if (!(await hasUsers())) redirect("/setup");
  const requestedPath = (await headers()).get(REQUESTED_PATH_HEADER);
  redirect(requestedPath ? `/sign-in?next=${encodeURIComponent(requestedPath)}` : "/sign-in");
}
