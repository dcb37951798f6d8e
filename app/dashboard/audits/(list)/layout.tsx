import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { canAudit } from "@/lib/audits/audit-access";
import { requireViewer } from "@/lib/auth/require-viewer";

export default async function AuditListLayout({ children }: { children: ReactNode }) {
  // Here and not only in the page: below, a loading screen would already have been answered with 200.
  if (!canAudit(await requireViewer())) notFound();
  return children;
}
