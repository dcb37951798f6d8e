import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { canHaveQueue } from "@/lib/assignments/assignment-access";
import { requireViewer } from "@/lib/auth/require-viewer";

export default async function AssignmentsLayout({ children }: { children: ReactNode }) {
  // Here and not only in the pages: below, a loading screen would already have been answered with 200.
  if (!canHaveQueue(await requireViewer())) notFound();
  return children;
}
