import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { requireViewer } from "@/lib/auth/require-viewer";
import { canSeeCampaigns } from "@/lib/campaigns/campaign-access";

export default async function CampaignsLayout({ children }: { children: ReactNode }) {
  // Here and not only in the pages: below, a loading screen would already have been answered with 200.
  if (!canSeeCampaigns(await requireViewer())) notFound();
  return children;
}
