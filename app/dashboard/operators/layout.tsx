import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canManageOperators } from "@/lib/operators/operator-access";

export default async function OperatorsLayout({ children }: { children: ReactNode }) {
  // Here and not only in the pages: below, a loading screen would already have been answered with 200.
  if (!canManageOperators(await requireViewer())) notFound();
  return children;
}
