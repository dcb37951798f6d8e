import { cache } from "react";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";
import { getCampaign } from "@/lib/campaigns/get-campaign";

/** The campaign that an address names, read once a request; the not-found page where it names none that the viewer may see. */
export const requestedCampaign = cache(async (id: string) => {
  const viewer = await requireViewer();
  const campaign = await orNotFound(getCampaign({ viewer, id: /^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0 }));
  return { viewer, campaign };
});
