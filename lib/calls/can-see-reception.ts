import type { Viewer } from "@/lib/auth/viewer";

/** Whether a viewer may see how the calls that they see were received, and order another try for a recording. */
export function canSeeReception({ role }: Pick<Viewer, "role">): boolean {
  return role === "admin" || role === "supervisor";
}
