import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { createConnection } from "@/lib/connections/create-connection";
import { readAriaDelivery } from "@/lib/sources/aria/read-delivery";
import { ariaSampleCommand } from "./sample-command";

const url = "https://quality.example.com/webhook/aria";
const now = new Date("2026-11-23T02:45:10Z");

test("the sample is one line for a shell, with a placeholder for the key, whatever the platform calls its campaign", () => {
  const externalId = `it's $(touch x) "quoted"`;
  const command = ariaSampleCommand({ url, connectionId: "con_x", externalId, timeZone: "America/New_York", now });
  expect(command).not.toContain("\n");
  const words = execFileSync("sh", ["-c", `printf '%s\\0' ${command.replace(/^curl /, "")}`])
    .toString()
    .split("\0");
  expect(words.slice(0, 6)).toEqual(["-i", "-X", "POST", url, "-H", "Content-Type: application/json"]);
  expect(JSON.parse(words[7] ?? "")).toMatchObject({ api_key: "YOUR_API_KEY", connection_id: "con_x", campaign_id: externalId });
});

test("the sample is a call of this hour in the connection's zone, without a recording and without a remark", async () => {
  const timeZone = "America/New_York";
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Solar", source: "aria" });
  const { publicId } = await createConnection({ actor: "system", name: "Ringba", campaignId, timeZone });
  const command = ariaSampleCommand({ url, connectionId: publicId, externalId: "", timeZone, now });
  const reading = await readAriaDelivery({
    raw: Buffer.from(/-d '([^']*)'$/.exec(command)?.[1] ?? ""),
    contentType: "application/json",
    findCampaign: () => ({ id: campaignId, timeZone: null, source: "aria", isArchived: false }),
    defaultTimeZone: "UTC",
    isPreview: true,
  });
  expect(reading).toMatchObject({
    outcome: "call",
    campaignId,
    warnings: [],
    call: { hasRecording: false, startedAt: new Date("2026-11-23T02:00:00Z") },
  });
});
