import type { Viewer } from "@/lib/auth/viewer";

/** True for those who may know what calls bring and cost. Never agents: neither an amount nor whether one is in a range. */
export function canSeeMoney(viewer: Viewer): boolean {
  return viewer.role !== "agent";
}
