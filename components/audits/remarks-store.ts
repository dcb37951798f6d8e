import { tidyProse } from "@/lib/audits/tidy-prose";
import type { Remarks, RemarksOutcome, SheetActions, SheetProblem } from "./sheet-actions";

export type RemarksState =
  | { status: "saved" | "waiting" | "sending" | "unsent" }
  | { status: "changed"; current: Remarks }
  | { status: "refused"; problem: SheetProblem };

type RemarksView = { shown: Remarks; state: RemarksState };

type RemarksStoreInput = {
  saved: Remarks;
  /** Keeps what is not sent beyond a crash; null once all is. */
  keep: (remarks: Remarks | null) => void;
  write: SheetActions["writeRemarks"];
  onSaved: (revision: number) => void;
};

/** What is said of a whole audit, kept in this browser until the server has it. */
export function createRemarksStore({ saved, keep, write, onSaved }: RemarksStoreInput) {
  let view: RemarksView = { shown: saved, state: { status: "saved" } };
  // What the person saw when they began: it goes with what they write.
  let seen = saved;
  let savedRevision = 0;
  let underWay: Promise<boolean> | null = null;
  const listeners = new Set<() => void>();

  const set = (change: Partial<RemarksView>) => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const start = (now: Remarks) => {
    seen = now;
    keep(null);
    set({ shown: now, state: { status: "saved" } });
  };
  const sendAll = async () => {
    while (!isSame(view.shown, seen)) {
      const sent = { comment: tidyProse(view.shown.comment), praise: tidyProse(view.shown.praise) };
      set({ state: { status: "sending" } });
      const outcome = await write({ ...sent, seen }).catch((): RemarksOutcome => ({ status: "refused", problem: "away" }));
      if (outcome.status !== "saved") {
        set({ state: outcome.status === "refused" && outcome.problem === "away" ? { status: "unsent" } : outcome });
        return false;
      }
      seen = sent;
      savedRevision = outcome.revision;
      onSaved(outcome.revision);
    }
    keep(null);
    set({ state: { status: "saved" } });
    return true;
  };

  const store = {
    view: () => view,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type(part: Partial<Remarks>): void {
      const shown = { ...view.shown, ...part };
      keep(shown);
      // Whose remarks stay is for the person to say, not for what they type meanwhile.
      set({ shown, state: view.state.status === "changed" ? view.state : { status: "waiting" } });
    },
    /** Sends what is typed, also while it is being sent; true once all is there, false where something can't be sent or somebody has to choose. */
    save(): Promise<boolean> {
      if (view.state.status === "changed") return Promise.resolve(false);
      underWay ??= sendAll().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    takeUp(kept: Remarks): void {
      store.type(kept);
      void store.save();
    },
    /** The page shows the audit as of a revision: what others write is shown where nothing of one's own waits. */
    seeSaved(remarks: Remarks, revision: number): void {
      if (!underWay && revision >= savedRevision && isSame(view.shown, seen)) start(remarks);
    },
    keepTheirs: start,
    insist(current: Remarks): void {
      seen = current;
      set({ state: { status: "waiting" } });
      void store.save();
    },
  };
  return store;
}

function isSame(one: Remarks, two: Remarks): boolean {
  return tidyProse(one.comment) === tidyProse(two.comment) && tidyProse(one.praise) === tidyProse(two.praise);
}
