import { expect, test } from "vitest";
import { db } from "@/db/client";
import { campaignSources, campaigns } from "@/db/schema";
import { findCampaignFacts } from "./find-campaign-facts";

test("reception learns a campaign's source, zone and whether it is archived", async () => {
  const [row] = await db
    .insert(campaigns)
    .values({ name: "Renewals", timeZone: "America/Bogota", archivedAt: new Date() })
    .returning({ id: campaigns.id });
  const id = row?.id ?? 0;
  expect(await findCampaignFacts(id)).toEqual({ id, timeZone: "America/Bogota", source: null, isArchived: true });
  await db.insert(campaignSources).values({ campaignId: id, source: "anura" });
  expect(await findCampaignFacts(id)).toEqual({ id, timeZone: "America/Bogota", source: "anura", isArchived: true });
});

test("a number that names no campaign, whatever its size, finds nothing", async () => {
  for (const id of [0, -1, 1.5, 987_654, 2_147_483_648, Number.NaN, Number.MAX_SAFE_INTEGER]) {
    expect(await findCampaignFacts(id)).toBeNull();
  }
});
