import { requireSignedInUser } from "./require-signed-in-user";
import type { Viewer } from "./viewer";

/** Who asks for the page at hand. Nobody: on to sign-in, and back here afterwards; on a new installation, to its set-up. */
export async function requireViewer(): Promise<Viewer> {
  return (await requireSignedInUser()).viewer;
}
