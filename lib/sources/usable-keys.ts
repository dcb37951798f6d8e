import { hasUsableApiKey } from "@/lib/api-keys/has-usable-api-key";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import { hasUsableConnection } from "@/lib/connections/has-usable-connection";

/** Whether a source's platform has a key with which it could send a campaign's calls now. One line each. */
export const USABLE_KEYS: Record<OfferedSource, (input: { campaignId: number }) => Promise<boolean>> = {
  anura: () => hasUsableApiKey({ scope: "webhook" }),
  aria: hasUsableConnection,
};
