import { db } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { campaignNotFound } from "@/lib/campaigns/campaign-access";
import { maySample } from "./assignment-access";
import { findAuditors, type SampleAuditor } from "./find-auditors";

const ORDER = { auditor: 0, supervisor: 1, admin: 2, agent: 3 };

/** Who can be given calls of a campaign: its auditors and supervisors, then admins, by name. Not found for those who do not draw samples of it. */
export async function listSampleAuditors({ viewer, campaignId }: { viewer: Viewer; campaignId: number }): Promise<SampleAuditor[]> {
  if (!maySample(viewer, campaignId)) throw campaignNotFound(campaignId);
  return (await findAuditors({ database: db, campaignId })).toSorted((one, other) => ORDER[one.role] - ORDER[other.role]);
}
