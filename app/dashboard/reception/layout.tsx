import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

export default async function ReceptionLayout({ children }: { children: ReactNode }) {
  // Here and not only in the pages: below, a loading screen would already have been answered with 200.
  if ((await requireViewer()).role !== "admin") notFound();
  return children;
}
