import type { Viewer } from "@/lib/auth/viewer";

/** Who may show a view to everybody. */
export function canShareViews({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}
