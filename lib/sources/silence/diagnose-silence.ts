import type { Source } from "@/db/enums";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Viewer } from "@/lib/auth/viewer";
import { explainOwnDeliveries } from "./explain-own-deliveries";
import { findOtherCampaigns } from "./find-other-campaigns";
import { findUnnamedDeliveries } from "./find-unnamed-deliveries";
import { findWrongKeys } from "./find-wrong-keys";
import type { SilenceCause } from "./silence-cause";

type DiagnoseSilenceInput = { viewer: Viewer; campaignId: number; source: Source };

/**
 * Why no call of a campaign has been accepted, told from what its source sent lately and from nothing else, the likeliest first; empty once
 * one was accepted within a day. Admins only. A bounded number of rows by index, whatever the log's size.
 */
export async function diagnoseSilence({ viewer, campaignId, source }: DiagnoseSilenceInput): Promise<SilenceCause[]> {
  requireAdmin(viewer);
  const own = await explainOwnDeliveries({ campaignId });
  if (own.hasAccepted) return [];
  const [wrongKeys, unnamed, others] = await Promise.all([
    findWrongKeys({ source }),
    findUnnamedDeliveries({ source }),
    findOtherCampaigns({ campaignId, source }),
  ]);
  const causes = [...own.causes, ...wrongKeys, ...unnamed, ...others];
  return causes.length > 0 || own.hasArrived ? causes : [{ kind: "nothing_arrived" }];
}
