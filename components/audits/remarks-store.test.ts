import { expect, test } from "vitest";
import { remarksInput } from "@/lib/audits/answer-input";
import { createRemarksStore } from "./remarks-store";
import type { Remarks, RemarksOutcome } from "./sheet-actions";

const said = (comment: string, praise = ""): Remarks => ({ comment, praise });
const changed: RemarksOutcome = { status: "changed", current: said("Theirs.") };

/** A store whose server answers as the test says, one answer after the other. */
function storeWith(answers: (() => Promise<RemarksOutcome> | RemarksOutcome)[]) {
  const sent: [string, string][] = [];
  const told = { kept: null as Remarks | null, revisions: [] as number[] };
  const store = createRemarksStore({
    saved: said(""),
    write: async ({ comment, seen }) => {
      sent.push([comment, seen.comment]);
      const next = answers.shift();
      if (!next) throw new Error("the server is away");
      return next();
    },
    keep: (remarks) => {
      told.kept = remarks;
    },
    onSaved: (revision) => told.revisions.push(revision),
  });
  return { store, sent, told };
}

test("whoever saves while an earlier part is sent waits for the last words too", async () => {
  const first = Promise.withResolvers<RemarksOutcome>();
  const { store, sent, told } = storeWith([() => first.promise, () => ({ status: "saved", revision: 7 })]);
  store.type(said("Well\tdone "));
  void store.save();
  store.type(said("Well\tdone, Ana. "));
  const end = store.save();
  first.resolve({ status: "saved", revision: 6 });
  expect(await end).toBe(true);
  const stored = remarksInput.parse({ ...said("Well\tdone "), seen: said("") }).comment;
  expect(sent).toEqual([
    [stored, ""],
    ["Well done, Ana.", stored],
  ]);
  expect(told).toEqual({ kept: null, revisions: [6, 7] });
  expect(store.view()).toEqual({ shown: said("Well\tdone, Ana. "), state: { status: "saved" } });
});

test("what can't be sent is kept, and whoever saves hears of it", async () => {
  const { store, told } = storeWith([]);
  store.type(said("Kept."));
  expect(await store.save()).toBe(false);
  expect([store.view().state.status, told.kept]).toEqual(["unsent", said("Kept.")]);
});

test("another's remarks stop one's own until the person has chosen, whatever they type or leave meanwhile", async () => {
  const { store, sent } = storeWith([() => changed, () => ({ status: "saved", revision: 8 }), () => changed]);
  store.type(said("Mine"));
  await store.save();
  store.type(said("Mine."));
  expect(await store.save()).toBe(false);
  expect(store.view().state).toEqual(changed);
  store.insist(said("Theirs."));
  expect(await store.save()).toBe(true);
  expect(sent).toEqual([
    ["Mine", ""],
    ["Mine.", "Theirs."],
  ]);

  store.type(said("Mine again."));
  await store.save();
  store.keepTheirs(said("Theirs."));
  expect(store.view()).toEqual({ shown: said("Theirs."), state: { status: "saved" } });
});

test("a page that is older than what was saved changes nothing, a newer one shows what others write", async () => {
  const { store } = storeWith([() => ({ status: "saved", revision: 6 })]);
  store.type(said("Mine."));
  await store.save();
  store.seeSaved(said(""), 5);
  expect(store.view().shown).toEqual(said("Mine."));
  store.seeSaved(said("Theirs."), 7);
  expect(store.view().shown).toEqual(said("Theirs."));
});
