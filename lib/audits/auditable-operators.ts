import type { Viewer } from "@/lib/auth/viewer";

/** The operators whose contacts a viewer may audit are those that a supervisor of the same campaigns sees. */
export function asOperatorReader(viewer: Viewer): Viewer {
  return viewer.role === "auditor" ? { ...viewer, role: "supervisor" } : viewer;
}
