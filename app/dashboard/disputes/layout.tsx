import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canDecideDisputes } from "@/lib/disputes/dispute-access";

export default async function DisputesLayout({ children }: { children: ReactNode }) {
  // Here and not only in the pages: below, a loading screen would already have been answered with 200.
  if (!canDecideDisputes(await requireViewer())) notFound();
  return children;
}
