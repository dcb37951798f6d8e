/** What a platform is given to send calls with. */
export type Sender = { apiKey: string; campaignId: number };

/**
 * Makes a campaign that takes calls from Anura, and a key for it, as an admin would. Once in a test file: the product's own code is loaded
 * here with the address of this database.
 */
export async function createSender(databaseUrl: string): Promise<Sender> {
  process.env.DATABASE_URL = databaseUrl;
  const { createCampaign } = await import("@/lib/campaigns/create-campaign");
  const { createApiKey } = await import("@/lib/api-keys/create-api-key");
  const { closeDatabase } = await import("@/db/client");
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Recorded calls", source: "anura" });
  const { key: apiKey } = await createApiKey({ actor: "system", name: "Platform" });
  await closeDatabase();
  return { apiKey, campaignId };
}
