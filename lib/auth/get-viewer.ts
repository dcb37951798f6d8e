import { getSignedInUser } from "./get-signed-in-user";
import type { Viewer } from "./viewer";

/** Who sent the request at hand; null when nobody is signed in. For routes and actions that answer by themselves. */
export async function getViewer(): Promise<Viewer | null> {
  return (await getSignedInUser())?.viewer ?? null;
}
