import { randomBytes } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { env } from "@/lib/env";
import { publishContent } from "@/lib/scorecards/publish-content";
import { scorecardTemplate } from "@/lib/scorecards/template/scorecard-template";
import { createUser } from "@/lib/users/create-user";

const demoFacts = z.object({
  email: z.string(),
  password: z.string(),
  apiKey: z.string(),
  campaignIds: z.object({ service: z.number(), sales: z.number() }),
});

/** What a demonstration needs to know of its installation. */
export type DemoFacts = z.infer<typeof demoFacts>;

/** Makes the administrator, the campaigns with their scorecards, and the key of a demonstration once, and finds them again when its data folder is used again. */
export async function prepareDemo(): Promise<DemoFacts> {
  const file = path.join(env.DATA_DIR, "demo.json");
  const kept = await readFile(file, "utf8").catch(() => null);
  if (kept !== null) return demoFacts.parse(JSON.parse(kept));
  const email = "demo@example.com";
  const password = randomBytes(9).toString("base64url");
  await createUser({ email, password, name: "Demo", role: "admin" });
  const service = await createCampaign({ actor: "system", name: "Atención al cliente", source: "anura" });
  const sales = await createCampaign({ actor: "system", name: "Ventas", source: "anura" });
  // So that the machine audits what it has written down, and people can audit every call.
  for (const { id: campaignId } of [service, sales])
    await publishContent({ actor: "system", campaignId, content: scorecardTemplate("es") });
  const { key } = await createApiKey({ actor: "system", name: "Simulated PBX" });
  const facts: DemoFacts = { email, password, apiKey: key, campaignIds: { service: service.id, sales: sales.id } };
  await writeFile(file, `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
  return facts;
}
