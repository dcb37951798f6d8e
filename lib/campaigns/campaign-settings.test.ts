import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { archiveCampaign } from "./archive-campaign";
import { campaignInput, toCampaignInputProblem } from "./campaign-input";
import { chooseCampaignSource, MAX_SOURCE_CALL_COUNT } from "./choose-campaign-source";
import { createCampaign } from "./create-campaign";
import { getCampaign } from "./get-campaign";
import { restoreCampaign } from "./restore-campaign";
import { updateCampaign } from "./update-campaign";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };

const entriesOf = (campaignId: number) =>
  sqlClient`select actor_name as actor, action, object_name as name, details from audit_log
    where object_kind = 'campaign' and object_id = ${String(campaignId)} order by seq`.then((rows) => [...rows]);

test.each([
  ["", {}, { passingScore: 80, supervisorEmails: [], retentionDays: null, disputeDays: 7 }],
  ["the days to dispute", { disputeDays: " 14 " }, { disputeDays: 14 }],
  ["as people type it", { passingScore: " 72,5 ", retentionDays: " 90 " }, { passingScore: 72.5, retentionDays: 90 }],
  ["the ends", { passingScore: "0", retentionDays: "1" }, { passingScore: 0, retentionDays: 1 }],
  ["the other ends", { passingScore: 100, retentionDays: 36500 }, { passingScore: 100, retentionDays: 36500 }],
  ["blank", { retentionDays: "  ", supervisorEmails: " ,\n" }, { retentionDays: null, supervisorEmails: [] }],
  [
    "addresses by comma, line and space, once each",
    { supervisorEmails: "Ana@Example.com, leo@example.com\r\nana@example.com;eva@example.com" },
    { supervisorEmails: ["ana@example.com", "leo@example.com", "eva@example.com"] },
  ],
])("what a campaign can be told is read: %s", (_, given, expected) => {
  expect(campaignInput.parse({ name: "Sales", ...given })).toMatchObject(expected);
});

test.each([
  [{ passingScore: "" }, "passing_score_invalid", ""],
  [{ passingScore: "100.01" }, "passing_score_invalid", ""],
  [{ passingScore: "80.123" }, "passing_score_invalid", ""],
  [{ passingScore: "-1" }, "passing_score_invalid", ""],
  [{ passingScore: "1e2" }, "passing_score_invalid", ""],
  [{ retentionDays: "0" }, "retention_invalid", ""],
  [{ retentionDays: "36501" }, "retention_invalid", ""],
  [{ retentionDays: "1.5" }, "retention_invalid", ""],
  [{ disputeDays: "0" }, "dispute_days_invalid", ""],
  [{ disputeDays: "" }, "dispute_days_invalid", ""],
  [{ disputeDays: "366" }, "dispute_days_invalid", ""],
  [{ supervisorEmails: "ana@example.com, leo@" }, "email_invalid", "leo@"],
  [{ supervisorEmails: "javascript:alert(1)" }, "email_invalid", "javascript:alert(1)"],
  [{ supervisorEmails: Array.from({ length: 21 }, (_, index) => `a${index}@example.com`) }, "too_many_emails", ""],
])("what a campaign cannot be told is named: %j", (given, error, address) => {
  const { issues = [] } = campaignInput.safeParse({ name: "Sales", ...given }).error ?? {};
  expect(issues.map(toCampaignInputProblem)).toEqual([{ error, address }]);
});

test("each change of a campaign is in the audit log with who did it and what it was before, and no entry tells of nothing", async () => {
  const actor = { ...admin, userId: await makeUser({ name: "Ana Pérez" }) };
  const { id } = await createCampaign({ actor, name: "Sales", passingScore: 75, supervisorEmails: ["ana@example.com"] });
  await updateCampaign({ actor, id, name: "Sales 2", passingScore: 75, supervisorEmails: ["ana@example.com", "leo@example.com"] });
  await updateCampaign({ actor, id, name: "Sales 2", retentionDays: null });
  await chooseCampaignSource({ actor: "system", campaignId: id, source: "anura" });
  await chooseCampaignSource({ actor: "system", campaignId: id, source: "anura" });
  await archiveCampaign({ actor, id });
  await archiveCampaign({ actor, id });
  await restoreCampaign({ actor, id });
  expect(await entriesOf(id)).toMatchObject([
    { actor: "Ana Pérez", action: "campaign.created", name: "Sales", details: { passingScore: 75, source: null } },
    {
      actor: "Ana Pérez",
      action: "campaign.updated",
      name: "Sales 2",
      details: {
        name: { from: "Sales", to: "Sales 2" },
        supervisorEmails: { from: ["ana@example.com"], to: ["ana@example.com", "leo@example.com"] },
      },
    },
    { actor: "system", action: "campaign.source_chosen", details: { source: { from: null, to: "anura" } } },
    { action: "campaign.archived" },
    { action: "campaign.restored" },
  ]);
  expect(Object.keys((await entriesOf(id))[1]?.details)).toEqual(["name", "supervisorEmails"]);
});

test("a shorter retention that deletes recordings wants to be confirmed, and changes nothing until it is", async () => {
  const id = await makeCampaign();
  await makeTask({ campaignId: id, recording: { createdAt: new Date(Date.now() - 40 * 86_400_000) } });
  await makeTask({ campaignId: id, recording: { createdAt: new Date(Date.now() - 20 * 86_400_000) } });
  const shorten = (retentionDays: number | null, isConfirmed = false) =>
    updateCampaign({ actor: admin, id, name: "Shortened", retentionDays, isConfirmed });
  await expect(shorten(10)).rejects.toMatchObject({ code: "conflict", details: { recordingCount: 2 } });
  await expect(shorten(30)).rejects.toMatchObject({ code: "conflict", details: { recordingCount: 1 } });
  expect((await getCampaign({ viewer: admin, id })).name).not.toBe("Shortened");
  expect(await entriesOf(id)).toEqual([]);
  await shorten(60);
  await shorten(30, true);
  await shorten(50);
  await shorten(null);
  expect(await getCampaign({ viewer: admin, id })).toMatchObject({ name: "Shortened", retentionDays: null });
});

test("another source for a campaign that gets calls wants to be confirmed, with how many came and when the last", async () => {
  const id = await makeCampaign();
  await sqlClient`insert into campaign_sources (campaign_id, source, settings) values (${id}, 'aria', '{"kept":true}')`;
  const choose = (isConfirmed = false) => chooseCampaignSource({ actor: admin, campaignId: id, source: "anura", isConfirmed });
  const sourceOf = async () => (await sqlClient`select source, settings from campaign_sources where campaign_id = ${id}`)[0];
  await makeTask({ campaignId: id, call: { source: "internal" } });
  for (const hour of [10, 12, 11])
    await makeTask({ campaignId: id, call: { source: "aria", startedAt: new Date(Date.UTC(2026, 10, 20, hour)) } });
  const expected = { code: "conflict", present: "aria", callCount: 3, lastCallAt: new Date("2026-11-20T12:00:00Z") };
  await expect(choose()).rejects.toMatchObject(expected);
  expect(expected.callCount).toBeLessThan(MAX_SOURCE_CALL_COUNT);
  expect(await sourceOf()).toEqual({ source: "aria", settings: { kept: true } });
  await choose(true);
  expect(await sourceOf()).toEqual({ source: "anura", settings: {} });

  const quiet = await makeCampaign();
  await sqlClient`insert into campaign_sources (campaign_id, source) values (${quiet}, 'aria')`;
  await chooseCampaignSource({ actor: admin, campaignId: quiet, source: "anura" });
});
