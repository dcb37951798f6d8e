import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canCompareAuditors } from "@/lib/reports/quality/quality-access";

export default async function CalibrationLayout({ children }: { children: ReactNode }) {
  // Here and not only in the page: below, a loading screen would already have been answered with 200.
  if (!canCompareAuditors(await requireViewer())) notFound();
  return children;
}
