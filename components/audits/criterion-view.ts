import { type GivenAnswer, NO_ANSWER } from "@/lib/audits/answer-mark";
import { answerOfPoints } from "@/lib/audits/answer-of-points";
import type { AuditCriterion, AuditSheet } from "@/lib/audits/get-audit";
import { machineAnswerCounts } from "@/lib/audits/machine-answer-counts";
import { type ScoredAnswer, scoreAudit } from "@/lib/audits/score-audit";
import { isOther, wantsReason } from "@/lib/audits/wants-reason";
import type { PersonalAnswer } from "./sheet-actions";
import type { Draft, PendingAnswer, SheetState } from "./sheet-store";

/** A criterion as it stands on this page: what the server has, with what it has not got yet upon it. */
export type CriterionView = {
  criterion: AuditCriterion;
  /** What counts, once all is sent. */
  given: GivenAnswer;
  /** Who gave it, where another person did. */
  givenByName: string | null;
  /** What the server has, and its mark. */
  base: GivenAnswer;
  mark: string;
  pending: PendingAnswer | null;
  isReasonWanted: boolean;
};

/** What wants no more than its person to say why. */
export type CriterionChange = Partial<PersonalAnswer>;

type ViewsInput = { sheet: AuditSheet; state: SheetState; userId: string };

/** Every criterion of a sheet as it stands on this page. */
export function criterionViews({ sheet, state, userId }: ViewsInput): CriterionView[] {
  return sheet.criteria.map((criterion) => {
    const saved = state.saved.get(criterion.id);
    const isNewer = saved !== undefined && saved.revision > sheet.revision;
    const base = isNewer ? saved.given : criterion.given;
    const pending = state.pending.get(criterion.id) ?? null;
    const given = pending ? countingAnswer({ criterion, said: pending, base, userId }) : base;
    const baseName = isNewer ? saved.byName : criterion.answeredByName;
    return {
      ...{ criterion, given, base, pending, mark: isNewer ? saved.mark : criterion.mark },
      givenByName: given.answeredBy === null || given.answeredBy === userId ? null : baseName,
      isReasonWanted: isReasonWantedFor({ sheet, criterion, base, said: pending ?? personalPart(base), userId }),
    };
  });
}

/** The score of a sheet as it stands on this page. */
export function scoreViews(views: CriterionView[]) {
  const answers = views.flatMap(({ criterion, given: { answer, points } }): [string, ScoredAnswer][] =>
    answer === null ? [] : [[criterion.id, { answer, points }]],
  );
  return scoreAudit({ criteria: views.map(({ criterion }) => criterion), answers: new Map(answers) });
}

/** What becomes of a criterion by a change: the draft, whether that is what the server has, and whether it waits for a reason. */
export function changedDraft(view: CriterionView, change: CriterionChange, { sheet, userId }: Omit<ViewsInput, "state">) {
  const { criterion, base, pending, mark } = view;
  const before = pending ?? personalPart(base);
  const said = settle({ ...personOf(before), ...change }, criterion);
  // A reason is one of an answer: with another answer it is asked for anew.
  if (isOther(personOf(before), said) && change.reason === undefined && !pending) said.reason = "";
  const seen = pending?.current?.mark ?? mark;
  const isReasonWanted = isReasonWantedFor({ sheet, criterion, base: pending?.current?.given ?? base, said, userId });
  const draft: Draft = { ...said, seen };
  const isSame = JSON.stringify(personOf(personalPart(base))) === JSON.stringify(said) && !pending?.current;
  return { draft, isSame, isHeld: isReasonWanted && said.reason.trim() === "" };
}

/** Whether a draft that was kept can be sent as it is. */
export function isReadyToSend(sheet: AuditSheet, criterionId: string, draft: Draft, userId: string): boolean {
  const criterion = sheet.criteria.find(({ id }) => id === criterionId);
  if (!criterion) return false;
  return draft.reason.trim() !== "" || !isReasonWantedFor({ sheet, criterion, base: criterion.given, said: draft, userId });
}

/** Of an answer, what a person said: nothing where the machine's counts. */
function personalPart(given: GivenAnswer): GivenAnswer {
  return given.answeredBy === null ? { ...given, answer: null, points: null } : given;
}

function personOf({ answer, points, note, momentMs, reason }: PersonalAnswer): PersonalAnswer {
  return { answer, points, note, momentMs, reason };
}

/** Of a scale the points decide. */
function settle(said: PersonalAnswer, { maxPoints, passingPoints }: AuditCriterion): PersonalAnswer {
  if (said.answer === null || said.answer === "not_applicable" || maxPoints === null) return { ...said, points: null };
  return said.points === null ? { ...said, answer: null } : { ...said, answer: answerOfPoints(said.points, passingPoints ?? maxPoints) };
}

type CountingInput = { criterion: AuditCriterion; said: PersonalAnswer; base: GivenAnswer; userId: string };

function countingAnswer({ criterion, said, base, userId }: CountingInput): GivenAnswer {
  const person = personOf(said);
  if (person.answer !== null) {
    const isKept = base.answeredBy !== null && !isOther(base, person);
    return { ...person, answeredBy: isKept ? base.answeredBy : userId };
  }
  const { machine } = criterion;
  const counts = machine && machineAnswerCounts(criterion, machine) ? machine : NO_ANSWER;
  return { ...person, answer: counts.answer, points: counts.points, answeredBy: null };
}

type ReasonInput = { sheet: AuditSheet; criterion: AuditCriterion; base: GivenAnswer; said: PersonalAnswer; userId: string };

function isReasonWantedFor({ sheet, criterion, base, said, userId }: ReasonInput): boolean {
  // A note beside the machine's answer changes no answer.
  const before = said.answer === null ? personalPart(base) : base;
  return wantsReason({ auditStatus: sheet.status, before, machine: criterion.machine, next: said, userId });
}
