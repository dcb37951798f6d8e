import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { mayListMembers } from "@/lib/campaigns/members/list-members";
import { requestedCampaign } from "../requested-campaign";

type MembersLayoutProps = { params: Promise<{ id: string }>; children: ReactNode };

export default async function MembersLayout({ params, children }: MembersLayoutProps) {
  // Here and not only in the page: below, a loading screen would already have been answered with 200.
  const { viewer } = await requestedCampaign((await params).id);
  if (!mayListMembers(viewer)) notFound();
  return children;
}
