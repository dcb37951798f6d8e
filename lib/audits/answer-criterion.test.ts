import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { acceptSuggestions } from "./accept-suggestions";
import { answerCriterion } from "./answer-criterion";
import { answerInput } from "./answer-input";
import { getAudit } from "./get-audit";
import { makeSheet, makeViewer } from "./testing/make-sheet";

type Said = { answer: "complies" | "fails" | "not_applicable" | null; points?: number; note?: string; momentMs?: number; reason?: string };

/** Answers as one who sees the latest, unless the test says what was seen. */
async function say(viewer: Viewer, auditId: string, criterionId: string, said: Said, seen?: string) {
  const latest = seen ?? (await markOf(viewer, auditId, criterionId));
  return answerCriterion({ viewer, auditId, input: answerInput.parse({ criterionId, seen: latest, ...said }) });
}

const markOf = async (viewer: Viewer, id: string, criterionId: string) =>
  (await getAudit({ viewer, id })).criteria.find((one) => one.id === criterionId)?.mark ?? "";
const logOf = async (auditId: string) => [
  ...(await sqlClient`select action, object_name as name, details from audit_log where object_id = ${auditId} order by seq`),
];
const scoreOf = async (id: string) => Number((await sqlClient`select score from audits where id = ${id}`)[0]?.score);

test("an answer is kept beside the machine's, and the score is worked out anew", async () => {
  const { auditId, auditor, criteria } = await makeSheet();
  const first = await say(auditor, auditId, criteria.need, { answer: "fails", note: " Never asked.\r\nNot once. ", momentMs: 4_200 });
  expect(first).toMatchObject({ given: { answer: "fails", note: "Never asked.\nNot once.", momentMs: 4_200, answeredBy: auditor.userId } });
  expect(await scoreOf(auditId)).toBe(50);
  const sheet = await getAudit({ viewer: auditor, id: auditId });
  expect(sheet.criteria[1]).toMatchObject({
    given: { answer: "fails" },
    answeredByName: "Some auditor",
    machine: { answer: "fails", quote: "I don't know" },
  });
  expect(sheet).toMatchObject({ scored: { score: 50 }, score: 50, revision: first.revision, auditor: { id: auditor.userId } });
  expect(sheet.scored.unansweredIds).toEqual([criteria.terms, criteria.kind, criteria.refund]);
  // The first answer to what the machine had said the same of is nobody's change.
  expect(await logOf(auditId)).toEqual([]);
});

test("an answer that is another than the machine's wants a reason, and is told with what was before", async () => {
  const { auditId, auditor, criteria } = await makeSheet();
  const other = { answer: "complies" } as const;
  await expect(say(auditor, auditId, criteria.terms, other)).rejects.toMatchObject({ details: { reason: "reason_missing" } });
  const { given } = await say(auditor, auditId, criteria.terms, { ...other, reason: "They were read at 0:40." });
  // A note beside it keeps the reason.
  expect((await say(auditor, auditId, criteria.terms, { ...other, note: "Twice." })).given).toEqual({ ...given, note: "Twice." });
  expect(await logOf(auditId)).toEqual([
    {
      action: "audit.answer_changed",
      name: "Read the terms?",
      details: {
        criterionId: criteria.terms,
        before: "machine",
        answer: { from: "fails", to: "complies" },
        reason: "They were read at 0:40.",
      },
    },
  ]);
  // Other points of a scale are another answer.
  await expect(say(auditor, auditId, criteria.kind, { answer: "complies", points: 5 })).rejects.toMatchObject({
    details: { reason: "reason_missing" },
  });
  expect((await say(auditor, auditId, criteria.kind, { answer: "fails", points: 4 })).given).toMatchObject({
    answer: "complies",
    points: 4,
  });
});

test("another person's answer is changed with a reason alone, one's own without", async () => {
  const { auditId, auditor, campaignId, criteria } = await makeSheet();
  const supervisor = await makeViewer("supervisor", [campaignId]);
  await say(auditor, auditId, criteria.refund, { answer: "fails" });
  await say(auditor, auditId, criteria.refund, { answer: "not_applicable" });
  expect(await logOf(auditId)).toEqual([]);
  for (const answer of ["complies", null] as const)
    await expect(say(supervisor, auditId, criteria.refund, { answer })).rejects.toMatchObject({ details: { reason: "reason_missing" } });
  // Who adds a note has not answered.
  const { given } = await say(supervisor, auditId, criteria.refund, { answer: "not_applicable", note: "Agreed." });
  expect(given.answeredBy).toBe(auditor.userId);
  await say(supervisor, auditId, criteria.refund, { answer: "complies", reason: "There was a complaint." });
  expect(await logOf(auditId)).toMatchObject([{ details: { before: "person", answer: { from: "not_applicable", to: "complies" } } }]);
});

test("of two tabs that answer one criterion at once one is taken, and the other is told what is there", async () => {
  const { auditId, auditor, campaignId, criteria } = await makeSheet({ withMachine: false });
  const others = [auditor, await makeViewer("auditor", [campaignId]), await makeViewer("admin")];
  const seen = await markOf(auditor, auditId, criteria.hello);
  const answers = ["complies", "fails", "complies"] as const;
  const ends = await Promise.allSettled(
    others.map((viewer, index) => say(viewer, auditId, criteria.hello, { answer: answers[index] ?? null }, seen)),
  );
  const taken = ends.flatMap((end) => (end.status === "fulfilled" ? [end.value] : []));
  expect(taken).toHaveLength(1);
  for (const end of ends)
    if (end.status === "rejected")
      expect(end.reason).toMatchObject({
        code: "conflict",
        details: { reason: "changed_meanwhile", current: taken[0]?.given, mark: taken[0]?.mark },
      });
  // Other criteria are nobody's conflict.
  await Promise.all([
    say(auditor, auditId, criteria.need, { answer: "complies" }),
    say(auditor, auditId, criteria.terms, { answer: "complies" }),
  ]);
  expect((await getAudit({ viewer: auditor, id: auditId })).scored.unansweredIds).toHaveLength(2);
});

test("an answer that is sent again after its reply got lost is taken as what it is", async () => {
  const { auditId, auditor, criteria } = await makeSheet({ withMachine: false });
  const seen = await markOf(auditor, auditId, criteria.hello);
  const first = await say(auditor, auditId, criteria.hello, { answer: "fails", note: "x" }, seen);
  expect(await say(auditor, auditId, criteria.hello, { answer: "fails", note: "x" }, seen)).toEqual(first);
});

test("only a conditional criterion can be not applicable, and a scale is answered with its points", async () => {
  const { auditId, auditor, criteria } = await makeSheet({ withMachine: false });
  await expect(say(auditor, auditId, criteria.hello, { answer: "not_applicable" })).rejects.toMatchObject({
    details: { reason: "not_applicable_without_condition" },
  });
  for (const said of [{ answer: "complies" as const }, { answer: "complies" as const, points: 6 }])
    await expect(say(auditor, auditId, criteria.kind, said)).rejects.toMatchObject({ details: { reason: "points_missing" } });
  expect((await say(auditor, auditId, criteria.kind, { answer: "complies", points: 2 })).given).toMatchObject({
    answer: "fails",
    points: 2,
  });
  expect((await say(auditor, auditId, criteria.refund, { answer: "not_applicable", points: 3 })).given.points).toBeNull();
  await expect(say(auditor, auditId, crypto.randomUUID(), { answer: "fails" }, "")).rejects.toMatchObject({ code: "not_found" });
});

test("taking an answer back leaves the machine's where it may count, and nothing elsewhere", async () => {
  const { auditId, auditor, criteria } = await makeSheet();
  await say(auditor, auditId, criteria.hello, { answer: "fails", reason: "It was not the agent." });
  expect((await say(auditor, auditId, criteria.hello, { answer: null })).given).toMatchObject({
    answer: "complies",
    answeredBy: null,
    reason: "",
  });
  // A failed critical criterion waits for a person, whatever its mode.
  await say(auditor, auditId, criteria.terms, { answer: "fails" });
  expect(await scoreOf(auditId)).toBe(0);
  expect((await say(auditor, auditId, criteria.terms, { answer: null, note: "Listen again." })).given).toMatchObject({
    answer: null,
    note: "Listen again.",
  });
  expect(await scoreOf(auditId)).toBe(100);
});

test("suggestions are taken over in one go, but for critical criteria and for what somebody has answered", async () => {
  const { auditId, auditor, criteria } = await makeSheet();
  await say(auditor, auditId, criteria.need, { answer: "complies", reason: "Asked at 0:12." });
  expect(await acceptSuggestions({ viewer: auditor, auditId })).toEqual({ count: 1 });
  const { criteria: asked } = await getAudit({ viewer: auditor, id: auditId });
  expect(asked.map(({ given }) => given.answer)).toEqual(["complies", "complies", null, "complies", null]);
  expect(asked[3]?.given).toMatchObject({ points: 4, answeredBy: auditor.userId });
  expect(await acceptSuggestions({ viewer: auditor, auditId })).toEqual({ count: 0 });
});

test("agents, and people of other campaigns, answer nothing, as if there were no audit", async () => {
  const { auditId, auditor, operatorId, criteria } = await makeSheet();
  const seen = await markOf(auditor, auditId, criteria.hello);
  const elsewhere = await makeCampaign();
  const others = [
    await makeViewer("agent", [], operatorId),
    await makeViewer("auditor", [elsewhere]),
    await makeViewer("supervisor", [elsewhere]),
  ];
  for (const viewer of others) {
    await expect(say(viewer, auditId, criteria.hello, { answer: "complies" }, seen)).rejects.toMatchObject({ code: "not_found" });
    await expect(acceptSuggestions({ viewer, auditId })).rejects.toMatchObject({ code: "not_found" });
    await expect(getAudit({ viewer, id: auditId })).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(getAudit({ viewer: auditor, id: "nonsense" })).rejects.toMatchObject({ code: "not_found" });
});
