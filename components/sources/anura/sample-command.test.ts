import { expect, test } from "vitest";
import { readAnuraDelivery } from "@/lib/sources/anura/read-delivery";
import { anuraSampleCommand } from "./sample-command";

const timeZone = "America/Bogota";
const command = anuraSampleCommand({
  url: "https://quality.example.com/webhook/anura/",
  campaignId: 12,
  timeZone,
  now: new Date("2026-11-23T02:45:10Z"),
});

test("the sample is one line for a shell, to the endpoint, with a placeholder for the key and nothing else to fill in", () => {
  expect(command).not.toContain("\n");
  expect(command).toMatch(/^curl .*'https:\/\/quality\.example\.com\/webhook\/anura\/'/);
  expect(command).toContain("'X-API-Key: YOUR_API_KEY'");
  expect(command.match(/YOUR|<|\{\{/g)).toEqual(["YOUR"]);
});

test("the sample is a call that ended without a recording, of this campaign, this hour in its zone, without a remark", async () => {
  const body = /-d '([^']*)'$/.exec(command)?.[1] ?? "";
  const campaign = { id: 12, timeZone, source: "anura" as const, isArchived: false };
  const reading = await readAnuraDelivery({
    raw: Buffer.from(body),
    contentType: "application/json",
    findCampaign: () => campaign,
    defaultTimeZone: "UTC",
  });
  expect(reading).toMatchObject({
    outcome: "call",
    campaignId: 12,
    eventKind: "END",
    warnings: [],
    call: { isEnded: true, hasRecording: false, recordingUrl: null, startedAt: new Date("2026-11-23T02:00:00Z") },
  });
});
