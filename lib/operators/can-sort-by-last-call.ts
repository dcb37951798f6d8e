import type { Actor } from "@/lib/auth/viewer";

/** True for those who see every call: for others it would take a look for each operator and campaign. */
export function canSortByLastCall(viewer: Actor): boolean {
  return viewer === "system" || viewer.role === "admin";
}
