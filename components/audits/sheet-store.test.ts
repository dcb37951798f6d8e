import { expect, test } from "vitest";
import { type GivenAnswer, NO_ANSWER } from "@/lib/audits/answer-mark";
import type { AnswerOutcome } from "./sheet-actions";
import { createSheetStore, type Draft } from "./sheet-store";

const draft = (answer: Draft["answer"], seen = "0"): Draft => ({ answer, points: null, note: "", momentMs: null, reason: "", seen });
const given = (answer: GivenAnswer["answer"]): GivenAnswer => ({ ...NO_ANSWER, answer, answeredBy: "me" });

/** A store whose server answers as the test says, one answer after the other. */
function storeWith(answers: (() => Promise<AnswerOutcome> | AnswerOutcome)[]) {
  const sent: [string, Draft["answer"], string][] = [];
  const told = { kept: {} as Record<string, Draft>, behind: 0 };
  const store = createSheetStore({
    revision: 5,
    send: async (id, { answer, seen }) => {
      sent.push([id, answer, seen]);
      const next = answers.shift();
      if (!next) throw new Error("the server is away");
      return next();
    },
    keep: (drafts) => {
      told.kept = drafts;
    },
    onBehind: () => {
      told.behind += 1;
    },
    onSaved: () => undefined,
  });
  return { store, sent, told };
}

test("an answer that is changed while it is sent is sent again, by the mark that came back", async () => {
  const { store, sent, told } = storeWith([
    () => {
      store.write("a", draft("fails"), false);
      return { status: "saved", given: given("complies"), mark: "1", revision: 6 };
    },
    () => ({ status: "saved", given: given("fails"), mark: "2", revision: 7 }),
  ]);
  store.write("a", draft("complies"), false);
  await store.flush();
  expect(sent).toEqual([
    ["a", "complies", "0"],
    ["a", "fails", "1"],
  ]);
  expect(store.state()).toMatchObject({ revision: 7, isAway: false });
  expect(store.state().saved.get("a")?.given.answer).toBe("fails");
  expect([store.state().pending.size, told.kept, told.behind]).toEqual([0, {}, 0]);
});

test("what can't be sent is kept, taken up by the next page, and sent once the server is back", async () => {
  const { store, told } = storeWith([]);
  store.write("a", draft("complies"), false);
  store.write("b", draft("fails"), true);
  await store.flush();
  expect(store.state()).toMatchObject({ isAway: true });
  expect(store.state().pending.get("a")?.state).toBe("unsent");
  expect(told.kept).toEqual({ a: draft("complies"), b: draft("fails") });

  const saved: AnswerOutcome = { status: "saved", given: given("complies"), mark: "1", revision: 6 };
  const next = storeWith([() => saved]);
  next.store.load(told.kept, (id) => id === "a");
  await next.store.flush();
  expect(next.sent).toEqual([["a", "complies", "0"]]);
  expect([...next.store.state().pending].map(([id, entry]) => [id, entry.state])).toEqual([["b", "held"]]);

  const back = storeWith([() => Promise.reject(new Error("away")), () => saved]);
  back.store.write("a", draft("complies"), false);
  await back.store.flush();
  await back.store.retry();
  expect(back.store.state()).toMatchObject({ isAway: false, revision: 6 });
  expect(back.store.state().pending.size).toBe(0);
});

test("another's answer stops one's own until the person has chosen, and the rest is sent", async () => {
  const other: AnswerOutcome = { status: "changed", given: given("fails"), mark: "9", revision: 8, byName: "Ana" };
  const { store, sent, told } = storeWith([() => other, () => ({ status: "saved", given: given("complies"), mark: "1", revision: 9 })]);
  store.write("a", draft("complies"), false);
  store.write("b", draft("complies"), false);
  await store.flush();
  expect(sent.map(([id]) => id)).toEqual(["a", "b"]);
  expect(store.state().pending.get("a")).toMatchObject({ state: "changed", current: { byName: "Ana", mark: "9" } });
  expect(told.behind).toBeGreaterThan(0);
  // What is typed meanwhile chooses nothing.
  store.write("a", { ...draft("complies", "9"), note: "Heard it." }, false);
  await store.flush();
  expect(store.state().pending.get("a")).toMatchObject({ state: "changed", seen: "0", note: "Heard it.", current: { mark: "9" } });
  expect(sent).toHaveLength(2);
  store.insist("a", draft("complies", "9"), true);
  expect(store.state().pending.get("a")).toMatchObject({ state: "held", seen: "9", current: null });
  store.discard("a");
  expect(told.kept).toEqual({});
});

test("an answer that wants a reason after all is held for it, and one that is refused stays to be seen", async () => {
  const { store } = storeWith([
    () => ({ status: "refused", problem: "reason_missing" }),
    () => ({ status: "refused", problem: "validated" }),
  ]);
  store.write("a", draft("complies"), false);
  store.write("b", draft("complies"), false);
  await store.flush();
  expect(store.state().pending.get("a")).toMatchObject({ state: "held", problem: "reason_missing" });
  expect(store.state().pending.get("b")).toMatchObject({ state: "refused", problem: "validated" });
});

test("what the page saves otherwise counts as seen, and what others did before it shows the page anew", () => {
  const { store, told } = storeWith([]);
  store.noteOwnRevision(6);
  expect([store.state().revision, told.behind]).toEqual([6, 0]);
  store.noteOwnRevision(8);
  expect([store.state().revision, told.behind]).toEqual([6, 1]);
});
