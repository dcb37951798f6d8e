import { expect, test } from "vitest";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import { makeAutosaver, type SaveState } from "./make-autosaver";
import type { SaveDraftResult } from "./scorecard-actions";

const FIRST = { versionId: null, revision: 0 };
const content = (title: string): ScorecardContent => ({ sections: [{ title, criteria: [] }] });

/** An autosaver that is told when to save, and a server that answers as the test says. */
function saverWith(answer: (call: number) => Promise<SaveDraftResult> | SaveDraftResult) {
  const calls: { title: string | undefined; revision: number }[] = [];
  const states: SaveState[] = [];
  const saver = makeAutosaver({
    seen: FIRST,
    delayMs: 60_000,
    onState: (state) => states.push(state),
    save: async ({ revision }, { sections }) => {
      calls.push({ title: sections[0]?.title, revision });
      return answer(calls.length);
    },
  });
  return { saver, calls, states };
}

const saved = (revision: number): SaveDraftResult => ({ status: "saved", seen: { versionId: "v", revision } });

test("only the latest of what was typed is saved, and each saving begins with what the last one left", async () => {
  const { saver, calls, states } = saverWith(saved);
  for (const title of ["a", "ab", "abc"]) saver.change(content(title));
  expect(await saver.flush()).toBe(true);
  saver.change(content("abcd"));
  expect(await saver.flush()).toBe(true);
  expect(await saver.flush()).toBe(true);
  expect(calls).toEqual([
    { title: "abc", revision: 0 },
    { title: "abcd", revision: 1 },
  ]);
  expect(states.at(-1)).toBe("saved");
  expect(saver.isSettled()).toBe(true);
});

test("what is typed while a saving is under way is saved after it, never beside it", async () => {
  const { promise, resolve } = Promise.withResolvers<SaveDraftResult>();
  const { saver, calls } = saverWith((call) => (call === 1 ? promise : saved(call)));
  saver.change(content("a"));
  const flushed = saver.flush();
  saver.change(content("ab"));
  const again = saver.flush();
  expect(calls).toHaveLength(1);
  resolve(saved(1));
  expect(await Promise.all([flushed, again])).toEqual([true, true]);
  expect(calls.at(-1)).toEqual({ title: "ab", revision: 1 });
});

test("whoever waits for all to be saved is told so only once what was typed meanwhile is saved too", async () => {
  const [first, second] = [Promise.withResolvers<SaveDraftResult>(), Promise.withResolvers<SaveDraftResult>()];
  const { saver, calls } = saverWith((call) => (call === 1 ? first.promise : second.promise));
  saver.change(content("a"));
  void saver.flush();
  saver.change(content("ab"));
  const seenOnceSaved = saver.flush().then(() => saver.seen());
  first.resolve(saved(1));
  await expect.poll(() => calls).toHaveLength(2);
  second.resolve(saved(2));
  expect(await seenOnceSaved).toEqual({ versionId: "v", revision: 2 });
});

test("what could not be saved waits, and is saved when it is tried again", async () => {
  const { saver, calls, states } = saverWith((call) => {
    if (call === 1) throw new Error("offline");
    return saved(call);
  });
  saver.change(content("a"));
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toBe("failed");
  expect(saver.isSettled()).toBe(false);
  expect(await saver.flush()).toBe(true);
  expect(calls.map(({ title }) => title)).toEqual(["a", "a"]);
});

test("after somebody else's change nothing is saved until one says over which state", async () => {
  const { saver, calls, states } = saverWith((call) =>
    call === 1 ? { status: "conflict", now: { versionId: "v", revision: 7 } } : saved(8),
  );
  saver.change(content("mine"));
  expect(await saver.flush()).toBe(false);
  saver.change(content("mine too"));
  expect(await saver.flush()).toBe(false);
  expect(states.at(-1)).toBe("conflict");
  expect(await saver.overwrite()).toBe(true);
  expect(calls).toEqual([
    { title: "mine", revision: 0 },
    { title: "mine too", revision: 7 },
  ]);
});
