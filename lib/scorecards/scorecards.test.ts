import { beforeEach, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { makeAudit } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { discardDraft } from "./discard-draft";
import { duplicateScorecard } from "./duplicate-scorecard";
import { exportScorecard } from "./export-scorecard";
import { getScorecard } from "./get-scorecard";
import { getVersionContent } from "./get-version-content";
import { importScorecard } from "./import-scorecard";
import { listScorecardCampaigns } from "./list-scorecard-campaigns";
import { publishDraft } from "./publish-draft";
import { readVersionCriteria } from "./read-version-criteria";
import { saveDraft } from "./save-draft";
import type { ScorecardSeen } from "./scorecard-seen";
import { criterionOf, scorecardOf } from "./testing/scorecard-of";

const NOTHING: ScorecardSeen = { versionId: null, revision: 0 };
const GONE = { code: "not_found" };
const CHANGED = { code: "conflict", details: { reason: "changed" } };

let campaignId: number;
let supervisor: Viewer;
let auditor: Viewer;
beforeEach(async () => {
  campaignId = await makeCampaign({ name: "Sales" });
  supervisor = await viewerOf("supervisor", [campaignId]);
  auditor = await viewerOf("auditor", [campaignId]);
});

async function viewerOf(role: Viewer["role"], campaignIds: number[]): Promise<Viewer> {
  return { userId: await makeUser({ role, campaignIds, name: `Some ${role}` }), role, campaignIds, operatorId: null };
}

const entries = async (id: number) => [
  ...(await sqlClient`select action, details from audit_log where object_kind = 'scorecard' and object_id = ${String(id)} order by seq`),
];
const seenOf = async () => (await getScorecard({ viewer: supervisor, campaignId })).seen;

test("a scorecard is drawn up, published, changed and published again, and each version stays as it was", async () => {
  const first = scorecardOf({ Opening: [{ weight: 40 }], Closing: [{ question: "Said goodbye?", weight: 60, help: "At the end." }] });
  const seen = await saveDraft({ actor: supervisor, campaignId, content: first, seen: NOTHING });
  const draft = await getScorecard({ viewer: supervisor, campaignId });
  expect(draft).toMatchObject({ mayEdit: true, seen, draftSavedAt: expect.any(Date), versions: [] });
  expect(await publishDraft({ actor: supervisor, campaignId, seen, note: "First" })).toEqual({ number: 1 });

  const second = { sections: [...first.sections, ...scorecardOf({ Extra: [{ weight: 0 }] }).sections] };
  const changed = await saveDraft({ actor: supervisor, campaignId, content: second, seen: await seenOf() });
  expect(await getVersionContent({ viewer: supervisor, campaignId, version: "draft" })).toEqual(second);
  expect(await publishDraft({ actor: supervisor, campaignId, seen: changed })).toEqual({ number: 2 });
  expect(await getVersionContent({ viewer: supervisor, campaignId, version: 1 })).toEqual(first);
  expect(await getVersionContent({ viewer: supervisor, campaignId, version: 2 })).toEqual(second);
  expect(await getScorecard({ viewer: supervisor, campaignId })).toMatchObject({
    draftSavedAt: null,
    versions: [
      { number: 2, note: "", publishedByName: "Some supervisor", auditCount: 0 },
      { number: 1, note: "First" },
    ],
  });
  expect((await entries(campaignId)).map(({ action }) => action)).toEqual([
    "scorecard.draft_saved",
    "scorecard.published",
    "scorecard.draft_saved",
    "scorecard.published",
  ]);
});

test("a version says how many audits were made by it", async () => {
  const content = scorecardOf({ Opening: [{}] });
  const seen = await saveDraft({ actor: "system", campaignId, content, seen: NOTHING });
  await publishDraft({ actor: "system", campaignId, seen });
  const operatorId = await makeOperator();
  const scorecard = { scorecardId: "", versionId: seen.versionId ?? "", criterionIds: [] };
  for (let made = 0; made < 3; made++) await makeAudit({ scorecard, campaignId, operatorId });
  expect((await getScorecard({ viewer: auditor, campaignId })).versions).toMatchObject([
    { number: 1, auditCount: 3, publishedByName: null },
  ]);
});

test("admins edit every scorecard, supervisors those of their campaigns, auditors read what is published, and others find nothing", async () => {
  const content = scorecardOf({ Opening: [{}] });
  const admin = await viewerOf("admin", []);
  const outsider = await viewerOf("supervisor", [await makeCampaign()]);
  const agent = await viewerOf("agent", [campaignId]);
  for (const actor of [auditor, outsider, agent]) {
    await expect(saveDraft({ actor, campaignId, content, seen: NOTHING })).rejects.toMatchObject(GONE);
    await expect(importScorecard({ actor, campaignId, text: "{", seen: NOTHING })).rejects.toMatchObject(GONE);
  }
  const seen = await saveDraft({ actor: admin, campaignId, content, seen: NOTHING });
  for (const actor of [auditor, outsider, agent]) {
    await expect(publishDraft({ actor, campaignId, seen })).rejects.toMatchObject(GONE);
    await expect(discardDraft({ actor, campaignId, seen })).rejects.toMatchObject(GONE);
    await expect(getVersionContent({ viewer: actor, campaignId, version: "draft" })).rejects.toMatchObject(GONE);
    await expect(exportScorecard({ viewer: actor, campaignId, version: "draft" })).rejects.toMatchObject(GONE);
    await expect(duplicateScorecard({ actor, fromCampaignId: campaignId, toCampaignId: campaignId })).rejects.toMatchObject(GONE);
  }
  expect(await getScorecard({ viewer: auditor, campaignId })).toEqual({ mayEdit: false, seen: NOTHING, draftSavedAt: null, versions: [] });
  await publishDraft({ actor: supervisor, campaignId, seen });
  expect(await getVersionContent({ viewer: auditor, campaignId, version: 1 })).toEqual(content);
  await expect(getVersionContent({ viewer: auditor, campaignId, version: 2 })).rejects.toMatchObject(GONE);
  for (const viewer of [outsider, agent]) {
    await expect(getScorecard({ viewer, campaignId })).rejects.toMatchObject(GONE);
    await expect(getVersionContent({ viewer, campaignId, version: 1 })).rejects.toMatchObject(GONE);
  }
  await expect(saveDraft({ actor: admin, campaignId: 999_999, content, seen: NOTHING })).rejects.toMatchObject(GONE);
});

test("who has not seen the last change is refused with what is there now, whether it was saved, published or discarded meanwhile", async () => {
  const content = scorecardOf({ Opening: [{}] });
  const old = await saveDraft({ actor: supervisor, campaignId, content, seen: NOTHING });
  const now = await saveDraft({ actor: supervisor, campaignId, content, seen: old });
  for (const seen of [NOTHING, old]) {
    await expect(saveDraft({ actor: supervisor, campaignId, content, seen })).rejects.toMatchObject({
      ...CHANGED,
      now,
    });
    await expect(publishDraft({ actor: supervisor, campaignId, seen })).rejects.toMatchObject(CHANGED);
    await expect(discardDraft({ actor: supervisor, campaignId, seen })).rejects.toMatchObject(CHANGED);
  }
  await publishDraft({ actor: supervisor, campaignId, seen: now });
  await expect(publishDraft({ actor: supervisor, campaignId, seen: now })).rejects.toMatchObject({ details: { reason: "no_draft" } });
  // What was published is what was seen: going on from there loses nothing.
  const next = await saveDraft({ actor: supervisor, campaignId, content, seen: now });
  expect(next.versionId).not.toBe(now.versionId);
  await discardDraft({ actor: supervisor, campaignId, seen: next });
  await expect(saveDraft({ actor: supervisor, campaignId, content, seen: next })).rejects.toMatchObject(CHANGED);
  expect(await seenOf()).toEqual(now);
});

test("of many who save or publish at once from one state, one gets through, and versions are numbered without gaps", async () => {
  const content = scorecardOf({ Opening: [{}] });
  const settled = async (attempts: Promise<unknown>[]) =>
    (await Promise.allSettled(attempts)).filter(({ status }) => status === "fulfilled").length;
  const several = [1, 2, 3, 4, 5];
  expect(await settled(several.map(() => saveDraft({ actor: supervisor, campaignId, content, seen: NOTHING })))).toBe(1);
  for (const number of [1, 2, 3]) {
    const seen = await seenOf();
    expect(await settled(several.map(() => publishDraft({ actor: supervisor, campaignId, seen })))).toBe(1);
    expect((await getScorecard({ viewer: auditor, campaignId })).versions[0]?.number).toBe(number);
    await saveDraft({ actor: supervisor, campaignId, content, seen });
  }
});

test("a draft that says too little is kept but not published, and the refusal says what is missing where", async () => {
  const content = scorecardOf({ "": [{ question: "", weight: 30 }], Closing: [{ weight: 30 }] });
  const seen = await saveDraft({ actor: supervisor, campaignId, content, seen: NOTHING });
  await expect(publishDraft({ actor: supervisor, campaignId, seen })).rejects.toMatchObject({
    code: "invalid",
    problems: [
      { code: "blank_section", section: 0, criterion: null },
      { code: "blank_question", section: 0, criterion: 0 },
      { code: "weights_do_not_add_up", section: null, criterion: null },
    ],
  });
  const empty = await saveDraft({ actor: supervisor, campaignId, content: { sections: [] }, seen });
  await expect(publishDraft({ actor: supervisor, campaignId, seen: empty })).rejects.toMatchObject({
    problems: [{ code: "no_criteria" }],
  });
});

test("neighbours of one title are kept as one section, in their order; apart from each other they stay two", async () => {
  const [opening, closing] = [scorecardOf({ Opening: [{ weight: 40 }] }).sections, scorecardOf({ Closing: [{ weight: 60 }] }).sections];
  const again = scorecardOf({ Opening: [{ weight: 0 }] }).sections;
  const seen = await saveDraft({ actor: supervisor, campaignId, content: { sections: [...opening, ...again, ...closing] }, seen: NOTHING });
  const draft = { viewer: supervisor, campaignId, version: "draft" } as const;
  const merged = { title: "Opening", criteria: [...opening, ...again].flatMap(({ criteria }) => criteria) };
  expect(await getVersionContent(draft)).toEqual({ sections: [merged, ...closing] });
  const apart = { sections: [...opening, ...closing, ...again] };
  await saveDraft({ actor: supervisor, campaignId, content: apart, seen });
  expect(await getVersionContent(draft)).toEqual(apart);
});

test("savings of one person in a row are one entry of the audit log", async () => {
  const content = scorecardOf({ Opening: [{}] });
  const other = await viewerOf("admin", []);
  let seen = NOTHING;
  for (const actor of [supervisor, supervisor, supervisor, other, supervisor]) seen = await saveDraft({ actor, campaignId, content, seen });
  await discardDraft({ actor: supervisor, campaignId, seen });
  expect((await entries(campaignId)).map(({ action }) => action)).toEqual([
    ...Array(3).fill("scorecard.draft_saved"),
    "scorecard.draft_discarded",
  ]);
});

test("a scorecard is copied to another campaign with its keys, where a draft is replaced only once that is confirmed", async () => {
  const toCampaignId = await makeCampaign({ name: "Renewals" });
  const both: Viewer = { ...supervisor, campaignIds: [campaignId, toCampaignId] };
  const copy = (isConfirmed = false, actor = both) => duplicateScorecard({ actor, fromCampaignId: campaignId, toCampaignId, isConfirmed });
  await expect(copy()).rejects.toMatchObject({ code: "conflict", details: { reason: "nothing_to_copy" } });
  const content = scorecardOf({ Opening: [{ weight: 50 }, { weight: 50, mode: "machine", rule: { maxSilenceRatio: 0.2 } }] });
  const seen = await saveDraft({ actor: both, campaignId, content, seen: NOTHING });
  await copy();
  await expect(copy()).rejects.toMatchObject({ code: "conflict", details: { reason: "has_draft" } });
  await publishDraft({ actor: both, campaignId, seen });
  await saveDraft({ actor: both, campaignId, content: { sections: [] }, seen });
  await copy(true);
  expect(await getVersionContent({ viewer: both, campaignId: toCampaignId, version: "draft" })).toEqual(content);
  await expect(copy(true, supervisor)).rejects.toMatchObject(GONE);
  await expect(copy(true, { ...supervisor, campaignIds: [toCampaignId] })).rejects.toMatchObject(GONE);
  expect((await entries(toCampaignId))[0]).toEqual({ action: "scorecard.draft_saved", details: { copiedFrom: campaignId } });
  expect(await listScorecardCampaigns({ viewer: both, exceptId: campaignId })).toEqual([
    { id: toCampaignId, name: "Renewals", isPublished: false, hasDraft: true },
  ]);
  expect(await listScorecardCampaigns({ viewer: both, exceptId: toCampaignId })).toMatchObject([
    { id: campaignId, isPublished: true, hasDraft: true },
  ]);
  expect(await listScorecardCampaigns({ viewer: { ...both, role: "agent" }, exceptId: campaignId })).toEqual([]);
});

test("what is exported can be imported elsewhere as the same scorecard, and both are in the audit log", async () => {
  const content = scorecardOf({
    Opening: [criterionOf({ weight: 33.33, kind: "scale", maxPoints: 5, passingPoints: 3, critical: "section", help: "“¡Hola!” 😀" })],
    Closing: [criterionOf({ weight: 66.67, condition: "The caller asks", mode: "suggested", rule: { agentTalkRatio: { max: 0.7 } } })],
  });
  const seen = await saveDraft({ actor: supervisor, campaignId, content, seen: NOTHING });
  await publishDraft({ actor: supervisor, campaignId, seen });
  const text = await exportScorecard({ viewer: auditor, campaignId, version: 1 });
  expect(JSON.parse(text)).toEqual({ format: "auditoria-scorecard", version: 1, campaign: "Sales", number: 1, ...content });
  const other = await makeCampaign();
  const imported = await importScorecard({ actor: "system", campaignId: other, text, seen: NOTHING });
  expect(imported.content).toEqual(content);
  expect(await readVersionCriteria(imported.seen.versionId ?? "", db)).toEqual(content);
  expect((await entries(campaignId)).at(-1)).toEqual({ action: "scorecard.exported", details: { number: 1 } });
  expect((await entries(other)).map(({ action }) => action)).toEqual(["scorecard.draft_saved"]);
  await expect(importScorecard({ actor: supervisor, campaignId, text: "{}", seen })).rejects.toMatchObject({
    code: "invalid",
    problems: [{ code: "not_a_scorecard" }],
  });
});
