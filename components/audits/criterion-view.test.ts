import { expect, test } from "vitest";
import { answerMark, type GivenAnswer, NO_ANSWER } from "@/lib/audits/answer-mark";
import type { AuditCriterion, AuditSheet, MachineAnswer } from "@/lib/audits/get-audit";
import { changedDraft, criterionViews, isReadyToSend, scoreViews } from "./criterion-view";
import type { PendingAnswer, SheetState } from "./sheet-store";

const ME = "me";
const SAID: MachineAnswer = {
  ...{ answer: "fails", points: null, source: "model", note: "", quote: "no", momentMs: 1_000, confidence: 0.9 },
};
const complies: GivenAnswer = { ...NO_ANSWER, answer: "complies", answeredBy: "ana" };

function criterion(id: string, part: Partial<AuditCriterion> = {}): AuditCriterion {
  const { given = NO_ANSWER } = part;
  return {
    ...{ id, key: id, position: 0, section: "All", question: `${id}?`, help: "", kind: "yes_no", maxPoints: null, passingPoints: null },
    ...{ weight: 50, condition: null, critical: "none", mode: "manual", machine: null, findings: [] },
    ...{ answeredByName: null, answeredAt: null, mark: answerMark(given) },
    ...part,
    given,
  };
}

/** What the views look at of a sheet. */
function sheetOf(criteria: AuditCriterion[], part: Partial<AuditSheet> = {}): AuditSheet {
  return { criteria, status: "open", revision: 5, ...part } as unknown as AuditSheet;
}

const NOTHING: SheetState = { pending: new Map(), saved: new Map(), revision: 5, isAway: false };

function viewOf(sheet: AuditSheet, id: string, state: Partial<SheetState> = {}) {
  const view = criterionViews({ sheet, state: { ...NOTHING, ...state }, userId: ME }).find((one) => one.criterion.id === id);
  if (!view) throw new Error(`There is no criterion ${id}.`);
  return view;
}

const pending = (part: Partial<PendingAnswer>): PendingAnswer => ({
  ...{ answer: null, points: null, note: "", momentMs: null, reason: "", seen: "", state: "waiting", problem: null, current: null },
  ...part,
});

test("what is not sent yet counts for the score, and what was taken counts until the page is as new", () => {
  const sheet = sheetOf([criterion("a"), criterion("b", { given: complies })]);
  const state = { pending: new Map([["a", pending({ answer: "fails" })]]) };
  const views = criterionViews({ sheet, state: { ...NOTHING, ...state }, userId: ME });
  expect(scoreViews(views)).toMatchObject({ score: 50, unansweredIds: [] });
  const saved = { given: { ...complies, answer: "fails" as const }, mark: "m", revision: 6, byName: null };
  expect(viewOf(sheet, "b", { saved: new Map([["b", saved]]) })).toMatchObject({ base: { answer: "fails" }, mark: "m" });
  expect(viewOf({ ...sheet, revision: 6 }, "b", { saved: new Map([["b", saved]]) })).toMatchObject({ base: { answer: "complies" } });
});

test("another answer than the machine's, or than another person's, is held until it has a reason", () => {
  const sheet = sheetOf([criterion("a", { machine: SAID }), criterion("b", { given: complies })]);
  const change = (id: string, part: Parameters<typeof changedDraft>[1], state: Partial<SheetState> = {}) =>
    changedDraft(viewOf(sheet, id, state), part, { sheet, userId: ME });
  expect(change("a", { answer: "fails" })).toMatchObject({ isHeld: false });
  expect(change("a", { answer: "complies" })).toMatchObject({ isHeld: true, draft: { seen: answerMark(NO_ANSWER) } });
  expect(change("a", { answer: "complies", reason: "Heard it." })).toMatchObject({ isHeld: false });
  expect(change("b", { answer: "fails" })).toMatchObject({ isHeld: true });
  expect(change("b", { note: "Indeed." })).toMatchObject({ isHeld: false, draft: { answer: "complies", note: "Indeed." } });
  // What the page shows already is no change.
  expect(change("b", {})).toMatchObject({ isSame: true });
  const held = new Map([["a", pending({ answer: "complies" })]]);
  expect(change("a", { reason: "Heard it." }, { pending: held })).toMatchObject({
    isHeld: false,
    draft: { answer: "complies", reason: "Heard it." },
  });
});

test("insisting after somebody else's answer goes upon theirs, for a reason", () => {
  const sheet = sheetOf([criterion("a")]);
  const current = { given: complies, mark: "theirs", revision: 6, byName: "Ana" };
  const state = { pending: new Map([["a", pending({ answer: "fails", state: "changed" as const, current })]]) };
  expect(changedDraft(viewOf(sheet, "a", state), {}, { sheet, userId: ME })).toMatchObject({ isHeld: true, draft: { seen: "theirs" } });
});

test("points decide a scale, and the machine's answer counts again once a person's is taken back", () => {
  const scale = criterion("a", { kind: "scale", maxPoints: 5, passingPoints: 3 });
  const counted = { ...SAID, answer: "complies" as const };
  const own: GivenAnswer = { ...complies, answeredBy: ME };
  const sheet = sheetOf([scale, criterion("b", { mode: "machine", machine: counted, given: own })]);
  const draftOf = (id: string, part: Parameters<typeof changedDraft>[1]) =>
    changedDraft(viewOf(sheet, id), part, { sheet, userId: ME }).draft;
  expect(draftOf("a", { answer: "complies", points: 2 })).toMatchObject({ answer: "fails", points: 2 });
  expect(draftOf("a", { answer: "not_applicable", points: 2 })).toMatchObject({ answer: "not_applicable", points: null });
  const back = new Map([["b", pending(draftOf("b", { answer: null }))]]);
  expect(viewOf(sheet, "b", { pending: back }).given).toMatchObject({ answer: "complies", answeredBy: null });
});

test("a draft that an earlier page kept is sent unless it still waits for its reason", () => {
  const sheet = sheetOf([criterion("a", { machine: SAID })]);
  const draft = { answer: "complies" as const, points: null, note: "", momentMs: null, reason: "", seen: "" };
  expect(isReadyToSend(sheet, "a", draft, ME)).toBe(false);
  expect(isReadyToSend(sheet, "a", { ...draft, reason: "Heard it." }, ME)).toBe(true);
  expect(isReadyToSend(sheet, "gone", { ...draft, reason: "Heard it." }, ME)).toBe(false);
});
