import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Role } from "@/db/enums";
import type { Actor, Viewer } from "@/lib/auth/viewer";
import { archiveCampaign } from "./archive-campaign";
import { campaignInput } from "./campaign-input";
import { chooseCampaignSource } from "./choose-campaign-source";
import { createCampaign } from "./create-campaign";
import { findCampaignFacts } from "./find-campaign-facts";
import { getCampaign } from "./get-campaign";
import { listCampaigns } from "./list-campaigns";
import { restoreCampaign } from "./restore-campaign";
import { updateCampaign } from "./update-campaign";

const admin = viewerOf("admin");
const heard: string[] = [];
const waiting = new Map<string, () => void>();

beforeAll(async () => {
  await sqlClient.listen("campaigns_changed", (payload) => {
    heard.push(payload);
    waiting.get(payload)?.();
  });
});

test("an admin and the command line make campaigns, and each new number is larger than the last", async () => {
  const first = await createCampaign({ actor: admin, name: "Renewals" });
  const second = await createCampaign({ actor: "system", name: "Claims", source: "anura", timeZone: "America/Bogota" });
  expect(second.id).toBeGreaterThan(first.id);
  expect(await getCampaign({ viewer: admin, id: second.id })).toMatchObject({
    name: "Claims",
    source: "anura",
    timeZone: "America/Bogota",
    channel: "calls",
    archivedAt: null,
  });
});

test("nobody but an admin makes or changes a campaign, not even one of their own", async () => {
  const { id } = await createCampaign({ actor: admin, name: "Retention" });
  for (const role of ["supervisor", "auditor", "agent"] as const) {
    const actor = viewerOf(role, [id]);
    await expect(createCampaign({ actor, name: "Mine" })).rejects.toMatchObject({ code: "not_found" });
    for (const change of changesOf(actor, id)) await expect(change()).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await getCampaign({ viewer: admin, id })).toMatchObject({ name: "Retention", source: null, archivedAt: null });
});

test("another's campaign is not found, by reading or by writing, and neither is any campaign for an agent", async () => {
  const { id } = await createCampaign({ actor: admin, name: "Somebody else's" });
  for (const viewer of [viewerOf("supervisor", [id + 1]), viewerOf("auditor"), viewerOf("agent", [id])]) {
    await expect(getCampaign({ viewer, id })).rejects.toMatchObject({ code: "not_found" });
    for (const change of changesOf(viewer, id)) await expect(change()).rejects.toMatchObject({ code: "not_found" });
  }
});

test("a number that names no campaign is not found, whatever its size", async () => {
  for (const id of [0, -3, 1.5, 2_000_000_000, 9_999_999_999]) {
    await expect(getCampaign({ viewer: admin, id })).rejects.toMatchObject({ code: "not_found" });
    for (const change of changesOf(admin, id)) await expect(change()).rejects.toMatchObject({ code: "not_found" });
  }
});

test("the list holds what the viewer may see and nothing else", async () => {
  const mine = await createCampaign({ actor: admin, name: "Visible list A" });
  const other = await createCampaign({ actor: admin, name: "Visible list B" });
  const idsFor = async (viewer: Viewer) => (await listCampaigns({ viewer, search: "visible LIST" })).items.map(({ id }) => id);
  expect(await idsFor(admin)).toEqual([other.id, mine.id]);
  expect(await idsFor(viewerOf("supervisor", [mine.id]))).toEqual([mine.id]);
  expect(await idsFor(viewerOf("auditor"))).toEqual([]);
  expect(await idsFor(viewerOf("agent", [mine.id]))).toEqual([]);
});

test("a search finds a part of a name literally, and a campaign by its number", async () => {
  const percent = await createCampaign({ actor: admin, name: "Search 100% voice" });
  const plain = await createCampaign({ actor: admin, name: "Search 1000 voices" });
  const found = async (search: string) => (await listCampaigns({ viewer: admin, search, limit: 100 })).items.map(({ id }) => id);
  expect(await found("100% V")).toEqual([percent.id]);
  expect(await found(`#${plain.id}`)).toContain(plain.id);
  expect(await found(`${plain.id}`)).toContain(plain.id);
  expect(await found("search_1")).toEqual([]);
  expect(await found("a\0b\\")).toEqual([]);
});

test("pages of the list meet without a gap or a repeat", async () => {
  for (let count = 0; count < 5; count++) await createCampaign({ actor: admin, name: `Paged ${count}` });
  const first = await listCampaigns({ viewer: admin, search: "Paged", limit: 2 });
  const second = await listCampaigns({ viewer: admin, search: "Paged", limit: 2, cursor: first.nextCursor });
  const last = await listCampaigns({ viewer: admin, search: "Paged", limit: 2, cursor: second.nextCursor });
  const names = [first, second, last].flatMap(({ items }) => items.map(({ name }) => name));
  expect(names).toEqual(["Paged 4", "Paged 3", "Paged 2", "Paged 1", "Paged 0"]);
  expect(last.nextCursor).toBeNull();
  expect((await listCampaigns({ viewer: admin, search: "Paged", cursor: "damaged" })).items).toHaveLength(5);
});

test("every change of a campaign or its source is told to all processes when it commits", async () => {
  const { id } = await createCampaign({ actor: admin, name: "Announced" });
  const changes = changesOf(admin, id);
  for (const change of changes) await change();
  await hearOwnNotification(`end ${id}`);
  expect(heard.filter((payload) => payload === String(id))).toHaveLength(1 + changes.length);
  await expect(chooseCampaignSource({ actor: viewerOf("auditor", [id]), campaignId: id, source: "anura" })).rejects.toThrow();
  await hearOwnNotification(`after ${id}`);
  expect(heard.filter((payload) => payload === String(id))).toHaveLength(1 + changes.length);
});

test("a source is chosen once a campaign, keeps its settings when chosen again, and loses them to another", async () => {
  const { id } = await createCampaign({ actor: admin, name: "Sourced" });
  await sqlClient`insert into campaign_sources (campaign_id, source, settings) values (${id}, 'sftp', '{"host":"files"}')`;
  await chooseCampaignSource({ actor: admin, campaignId: id, source: "anura" });
  expect(await settingsOf(id)).toEqual([{ source: "anura", settings: {} }]);
  await sqlClient`update campaign_sources set settings = '{"kept":true}' where campaign_id = ${id}`;
  await Promise.all([1, 2, 3].map(() => chooseCampaignSource({ actor: admin, campaignId: id, source: "anura" })));
  expect(await settingsOf(id)).toEqual([{ source: "anura", settings: { kept: true } }]);
});

test("an archived campaign leaves the list of active ones, tells reception, and can be restored", async () => {
  const { id } = await createCampaign({ actor: admin, name: "Archivable", source: "anura" });
  await archiveCampaign({ actor: admin, id });
  const { archivedAt } = await getCampaign({ viewer: admin, id });
  await archiveCampaign({ actor: admin, id });
  expect((await getCampaign({ viewer: admin, id })).archivedAt).toEqual(archivedAt);
  expect(await findCampaignFacts(id)).toMatchObject({ isArchived: true });
  const listed = async (archived: "active" | "archived" | "all") =>
    (await listCampaigns({ viewer: admin, search: "Archivable", archived })).items.length;
  expect([await listed("active"), await listed("archived"), await listed("all")]).toEqual([0, 1, 1]);
  await restoreCampaign({ actor: admin, id });
  expect([await listed("active"), await listed("archived"), await listed("all")]).toEqual([1, 0, 1]);
});

test("an update changes what is given and leaves the rest", async () => {
  const { id } = await createCampaign({ actor: admin, name: "Before", description: "Kept", timeZone: "America/Lima" });
  await updateCampaign({ actor: admin, id, name: "After" });
  expect(await getCampaign({ viewer: admin, id })).toMatchObject({ name: "After", description: "Kept", timeZone: "America/Lima" });
  await updateCampaign({ actor: admin, id, timeZone: null });
  expect(await getCampaign({ viewer: admin, id })).toMatchObject({ name: "After", timeZone: null });
});

test("what is typed is cleaned and bounded before it is stored", () => {
  expect(campaignInput.parse({ name: "  Two\u0000\nlines ", description: " a\0\nb ", timeZone: " " })).toEqual({
    name: "Two lines",
    description: "a\nb",
    timeZone: null,
    passingScore: 80,
    supervisorEmails: [],
    retentionDays: null,
    disputeDays: 7,
  });
  const errorsOf = (input: unknown) => campaignInput.safeParse(input).error?.issues.map(({ message }) => message);
  expect(errorsOf({ name: " \u0000 ", timeZone: "Mars/Olympus" })).toEqual(["name_missing", "unknown_time_zone"]);
  expect(errorsOf({ name: "n".repeat(121), description: "d".repeat(2001) })).toEqual(["name_too_long", "description_too_long"]);
});

/** Notifications come in the order of their commits: once our own is here, all those before it are. */
async function hearOwnNotification(payload: string): Promise<void> {
  const isHeard = new Promise<void>((resolve) => waiting.set(payload, resolve));
  await sqlClient.notify("campaigns_changed", payload);
  await isHeard;
}

function viewerOf(role: Role, campaignIds: number[] = []): Viewer {
  return { userId: "0199a1b2-0000-7000-8000-000000000001", role, campaignIds, operatorId: null };
}

function changesOf(actor: Actor, id: number): (() => Promise<void>)[] {
  return [
    () => updateCampaign({ actor, id, description: "changed" }),
    () => chooseCampaignSource({ actor, campaignId: id, source: "anura" }),
    () => archiveCampaign({ actor, id }),
    () => restoreCampaign({ actor, id }),
  ];
}

function settingsOf(id: number) {
  return sqlClient`select source, settings from campaign_sources where campaign_id = ${id}`.then((rows) => [...rows]);
}
