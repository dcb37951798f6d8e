"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { addMember } from "@/lib/campaigns/members/add-member";
import { type Candidate, findCandidates } from "@/lib/campaigns/members/find-candidates";
import { removeMember } from "@/lib/campaigns/members/remove-member";

export async function findCandidatesAction(campaignId: number, text: string): Promise<Candidate[]> {
  const viewer = await requireViewer();
  return orNotFound(findCandidates({ viewer, campaignId, text: z.string().max(200).parse(text) }));
}

export async function addMemberAction(campaignId: number, userId: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(addMember({ actor, campaignId, userId }));
  refresh();
}

export async function removeMemberAction(campaignId: number, userId: string): Promise<void> {
  const actor = await requireViewer();
  await orNotFound(removeMember({ actor, campaignId, userId }));
  refresh();
}
