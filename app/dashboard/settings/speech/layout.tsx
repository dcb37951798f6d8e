import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";

export default async function SpeechSettingsLayout({ children }: { children: ReactNode }) {
  // Here and not only in the page: below, a loading screen would already have been answered with 200.
  if ((await requireViewer()).role !== "admin") notFound();
  return children;
}
