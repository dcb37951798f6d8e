import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Role } from "@/db/enums";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import { findSignedInUser } from "@/lib/auth/find-signed-in-user";
import type { Viewer } from "@/lib/auth/viewer";
import { getCampaign } from "@/lib/campaigns/get-campaign";
import { addMember } from "./add-member";
import { findCandidates } from "./find-candidates";
import { listMembers } from "./list-members";
import { removeMember } from "./remove-member";

const NOT_FOUND = { code: "not_found" };
const adminId = await makeUser({ name: "Root" });
const admin = viewerOf("admin");

function viewerOf(role: Role, campaignIds: number[] = []): Viewer {
  return { userId: adminId, role, campaignIds, operatorId: null };
}

async function viewerNow(userId: string): Promise<Viewer> {
  const user = await findSignedInUser({ userId, sessionVersion: 1 });
  if (!user) throw new Error("Nobody is signed in.");
  return user.viewer;
}

test("belonging to a campaign counts from the very next request, and so does its end", async () => {
  const campaignId = await makeCampaign();
  const userId = await makeUser({ name: "Sofía", role: "supervisor" });
  await expect(getCampaign({ viewer: await viewerNow(userId), id: campaignId })).rejects.toMatchObject(NOT_FOUND);
  await Promise.all([1, 2, 3].map(() => addMember({ actor: admin, campaignId, userId })));
  expect(await getCampaign({ viewer: await viewerNow(userId), id: campaignId })).toMatchObject({ id: campaignId });
  await removeMember({ actor: admin, campaignId, userId });
  await removeMember({ actor: admin, campaignId, userId });
  await expect(getCampaign({ viewer: await viewerNow(userId), id: campaignId })).rejects.toMatchObject(NOT_FOUND);
  expect([
    ...(await sqlClient`select actor_name as actor, action, details from audit_log where object_id = ${String(campaignId)} order by seq`),
  ]).toEqual([
    { actor: "Root", action: "campaign.members_changed", details: { added: { userId, name: "Sofía", role: "supervisor" } } },
    { actor: "Root", action: "campaign.members_changed", details: { removed: { userId, name: "Sofía", role: "supervisor" } } },
  ]);
});

test("admins change who belongs to a campaign, its supervisors see it, and for anybody else there is nothing", async () => {
  const campaignId = await makeCampaign();
  const userId = await makeUser({ name: "Zoe", role: "agent", campaignIds: [campaignId] });
  const { items, admins } = await listMembers({ viewer: viewerOf("supervisor", [campaignId]), campaignId });
  expect(items).toMatchObject([{ userId, name: "Zoe", role: "agent", isDisabled: false }]);
  expect(admins).toContainEqual({ userId: adminId, name: "Root" });

  for (const viewer of [viewerOf("supervisor"), viewerOf("auditor", [campaignId]), viewerOf("agent", [campaignId])])
    await expect(listMembers({ viewer, campaignId })).rejects.toMatchObject(NOT_FOUND);
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const actor = viewerOf(role, [campaignId]);
    await expect(addMember({ actor, campaignId, userId: adminId })).rejects.toMatchObject(NOT_FOUND);
    await expect(removeMember({ actor, campaignId, userId })).rejects.toMatchObject(NOT_FOUND);
    await expect(findCandidates({ viewer: actor, campaignId, text: "" })).rejects.toMatchObject(NOT_FOUND);
  }
  await expect(addMember({ actor: admin, campaignId, userId: adminId })).rejects.toMatchObject({ code: "conflict" });
  for (const wrong of ["nonsense", crypto.randomUUID()])
    await expect(addMember({ actor: admin, campaignId, userId: wrong })).rejects.toMatchObject(NOT_FOUND);
  await removeMember({ actor: admin, campaignId, userId: "nonsense" });
  await expect(addMember({ actor: admin, campaignId: 2_000_000_000, userId })).rejects.toMatchObject(NOT_FOUND);
  expect((await listMembers({ viewer: admin, campaignId })).items).toHaveLength(1);
});

test("candidates are found by part of their name or address, literally, and are neither members nor admins nor disabled", async () => {
  const campaignId = await makeCampaign();
  const made = (name: string, more: Parameters<typeof makeUser>[0] = {}) => makeUser({ name, role: "auditor", ...more });
  const [plain, byAddress] = [await made("Quique 100% Prado"), await made("Other", { email: "quique@example.com" })];
  await made("Quique Member", { campaignIds: [campaignId] });
  await made("Quique Admin", { role: "admin" });
  await made("Quique Gone", { disabledAt: new Date() });
  const found = async (text: string) => (await findCandidates({ viewer: admin, campaignId, text })).map(({ userId }) => userId);
  expect((await found("quiQUE")).sort()).toEqual([plain, byAddress].sort());
  expect(await found("100%")).toEqual([plain]);
  expect(await found("100_")).toEqual([]);
  expect(await found("\0")).not.toEqual([]);
});

test("members come by role and name, and pages meet without a gap or a repeat", async () => {
  const campaignId = await makeCampaign();
  const roles = ["agent", "supervisor", "auditor", "agent", "agent", "supervisor"] as const;
  for (const [index, role] of roles.entries()) await makeUser({ name: `Same ${index % 2}`, role, campaignIds: [campaignId] });
  const whole = (await listMembers({ viewer: admin, campaignId })).items;
  expect(whole.map(({ role }) => role)).toEqual(["supervisor", "supervisor", "auditor", "agent", "agent", "agent"]);
  const paged: typeof whole = [];
  let cursor: string | null = null;
  do {
    const page = await listMembers({ viewer: admin, campaignId, cursor, limit: 2 });
    expect(page.admins === null).toBe(cursor !== null);
    paged.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  expect(paged).toEqual(whole);
  expect((await listMembers({ viewer: admin, campaignId, cursor: "damaged" })).items).toEqual(whole);
});
