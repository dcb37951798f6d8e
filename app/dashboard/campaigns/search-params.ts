import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { CAMPAIGN_ARCHIVE_FILTERS } from "@/lib/campaigns/campaign-state";

const campaignsSearchParams = {
  q: parseAsString.withDefault(""),
  show: parseAsStringLiteral(CAMPAIGN_ARCHIVE_FILTERS).withDefault("active"),
  after: parseAsString,
};

export const loadCampaignsSearchParams = createLoader(campaignsSearchParams);
export const campaignsHref = createSerializer(campaignsSearchParams);
