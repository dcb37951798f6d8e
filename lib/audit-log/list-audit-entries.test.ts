import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { AUDIT_ACTIONS, ROLES } from "@/db/enums";
import { makeCampaign, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createConnection } from "@/lib/connections/create-connection";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";
import { AUDIT_ACTION_GROUPS, type AuditFilters, auditActionsOf } from "./audit-filters";
import { exportAuditLog } from "./export-audit-log";
import { listAuditActors } from "./list-audit-actors";
import { listAuditEntries } from "./list-audit-entries";
import { recordAuditEntry } from "./record-audit-entry";
import { verifyAuditLogSlice } from "./verify-audit-log-slice";

const actor = "system" as const;
let ana: Viewer;
let campaignId = 0;

beforeAll(async () => {
  ana = { userId: await makeUser({ name: "Ana" }), role: "admin", campaignIds: [], operatorId: null };
  campaignId = await makeCampaign();
  const object = { kind: "campaign", id: campaignId, name: "Sales" };
  for (let index = 0; index < 5; index++) {
    await recordAuditEntry({ actor: ana, action: "campaign.updated", object });
    await recordAuditEntry({ actor, action: "campaign.archived", object });
    await recordAuditEntry({ actor: ana, action: "api_key.revoked", object: { kind: "api_key", id: "gone", name: "=cmd" } });
  }
});

const numbersOf = async (filters: AuditFilters) => (await listAuditEntries({ actor, filters })).items.map(({ seq }) => seq);

test("entries are paged forth and back without a gap, whatever they are narrowed to", async () => {
  const all = await numbersOf({});
  expect(all).toEqual(Array.from({ length: 15 }, (_, index) => 15 - index));
  const groups: AuditFilters[] = [{}, { actions: auditActionsOf("campaign") }, { actorId: ana.userId }];
  for (const filters of groups) {
    const whole = await numbersOf(filters);
    const first = await listAuditEntries({ actor, filters, limit: 4 });
    const second = await listAuditEntries({ actor, filters, limit: 4, before: Number(first.nextCursor) });
    expect([...first.items, ...second.items].map(({ seq }) => seq)).toEqual(whole.slice(0, 8));
    const back = await listAuditEntries({ actor, filters, limit: 4, after: Number(second.previousCursor) });
    expect(back).toEqual(first);
    expect(first.previousCursor).toBeNull();
    for (const nonsense of [1e30, Number.NaN, 1.5])
      expect(await listAuditEntries({ actor, filters, limit: 4, before: nonsense, after: nonsense })).toEqual(first);
  }
});

test("each filter lets through what it says, also together with others", async () => {
  expect(await numbersOf({ actorId: "system" })).toEqual([14, 11, 8, 5, 2]);
  expect(await numbersOf({ actorId: ana.userId, actions: auditActionsOf("campaign") })).toEqual([13, 10, 7, 4, 1]);
  expect(await numbersOf({ actions: auditActionsOf("api_key.revoked") })).toEqual([15, 12, 9, 6, 3]);
  expect(await numbersOf({ object: { kind: "campaign", id: String(campaignId) }, actions: ["campaign.archived"] })).toEqual([
    14, 11, 8, 5, 2,
  ]);
  expect(await numbersOf({ actions: auditActionsOf("nonsense") })).toEqual([]);
  const { items } = await listAuditEntries({ actor });
  const [from, before] = [items[9]?.at, items[4]?.at];
  const between = items.filter(({ at }) => from && before && at >= from && at < before).map(({ seq }) => seq);
  expect(await numbersOf({ from, before })).toEqual(between);
  expect(await numbersOf({ from: new Date("2100-01-01") })).toEqual([]);
  expect(await numbersOf({ before: new Date("2000-01-01") })).toEqual([]);
});

test("an entry leads to its object for as long as that is there, a recording to its task", async () => {
  const { recordingId, taskId } = await makeTask({ campaignId });
  await recordAuditEntry({ actor: ana, action: "recording.played", object: { kind: "recording", id: recordingId } });
  const subjects = (await listAuditEntries({ actor })).items.map(({ subject }) => subject);
  expect(subjects.slice(0, 4)).toEqual([
    { kind: "task", id: taskId },
    null,
    { kind: "campaign", id: String(campaignId) },
    { kind: "campaign", id: String(campaignId) },
  ]);
});

test("an entry of a connection leads to the audio sources of the campaign that its calls go to", async () => {
  const { id } = await createConnection({ actor, name: "Ringba", campaignId });
  const { items } = await listAuditEntries({ actor, filters: { object: { kind: "connection", id } } });
  expect(items.map(({ action, subject }) => ({ action, subject }))).toEqual([
    { action: "connection.created", subject: { kind: "audio_sources", id: String(campaignId) } },
  ]);
});

test("an export is the filter's entries, inert in a spreadsheet, and an entry itself", async () => {
  const read = async () => {
    let text = "";
    for await (const piece of await exportAuditLog({ actor: ana, filters: { actions: ["api_key.revoked"] } }))
      text += Buffer.from(piece).toString("utf8");
    return text;
  };
  const lines = (await read()).split("\r\n");
  expect(lines[0]).toBe("\uFEFFnumber,at,actor_id,actor,action,object_kind,object_id,object,details,hash");
  expect(lines).toHaveLength(7);
  expect(lines[1]).toMatch(new RegExp(`^15,[^,]+Z,${ana.userId},Ana,api_key.revoked,api_key,gone,'=cmd,\\{\\},[0-9a-f]{64}$`));
  const [last] = (await listAuditEntries({ actor, limit: 1 })).items;
  expect(last).toMatchObject({ action: "audit_log.exported", actorName: "Ana", details: { actions: ["api_key.revoked"] } });
});

test("slices verify what the whole verifies, and a slice that begins behind a missing entry is broken", async () => {
  const first = await verifyAuditLogSlice({ actor, after: 0, limit: 6 });
  expect(first).toMatchObject({ checkedCount: 6, lastSeq: 6, brokenAt: null });
  const second = await verifyAuditLogSlice({ actor, after: 6, limit: 6 });
  expect(second).toMatchObject({ checkedCount: 6, lastSeq: 12, brokenAt: null });
  const { items } = await listAuditEntries({ actor, before: 13, limit: 1 });
  expect(second.lastHash).toBe(items[0]?.hash);
  await sqlClient.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction`delete from audit_log where seq = 6`;
  });
  expect(await verifyAuditLogSlice({ actor, after: 6, limit: 6 })).toMatchObject({ brokenAt: 7 });
  expect(await verifyAuditLogSlice({ actor, after: 0, limit: 50 })).toMatchObject({ brokenAt: 7 });
});

test("nobody but an admin reads, exports or verifies the log", async () => {
  for (const role of ROLES.filter((name) => name !== "admin")) {
    const viewer: Viewer = { ...ana, role, campaignIds: [campaignId] };
    const refused = { code: "not_found" };
    await expect(listAuditEntries({ actor: viewer })).rejects.toMatchObject(refused);
    await expect(listAuditActors({ actor: viewer })).rejects.toMatchObject(refused);
    await expect(exportAuditLog({ actor: viewer, filters: {} })).rejects.toMatchObject(refused);
    await expect(verifyAuditLogSlice({ actor: viewer, after: 0, limit: 1 })).rejects.toMatchObject(refused);
  }
});

test("every action and group of actions has its words in every language", () => {
  for (const { auditEntries } of [en, es, pt]) {
    const words = Object.entries(auditEntries.actions).flatMap(([group, actions]) =>
      Object.keys(actions).map((action) => `${group}.${action}`),
    );
    expect(words.sort()).toEqual([...AUDIT_ACTIONS].sort());
    expect(Object.keys(auditEntries.groups).sort()).toEqual([...AUDIT_ACTION_GROUPS].sort());
  }
});
