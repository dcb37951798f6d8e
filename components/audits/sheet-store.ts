import type { GivenAnswer } from "@/lib/audits/answer-mark";
import type { AnswerOutcome, PersonalAnswer, SheetProblem } from "./sheet-actions";

/** An answer that is not on the server yet, and the mark of the one that the person saw as they gave it. */
export type Draft = PersonalAnswer & { seen: string };

/** `held` waits for something that the person must add, `waiting` for its turn, `unsent` for the network or the server. */
export type DraftState = "held" | "waiting" | "sending" | "unsent" | "changed" | "refused";

export type PendingAnswer = Draft & {
  state: DraftState;
  problem: SheetProblem | null;
  /** Of `changed`: what is there instead. */
  current: SavedAnswer | null;
};

/** An answer as the server has taken it, or as it told of another's; newer than a page with a lower revision. */
export type SavedAnswer = { given: GivenAnswer; mark: string; revision: number; byName: string | null };

export type SheetState = {
  pending: ReadonlyMap<string, PendingAnswer>;
  saved: ReadonlyMap<string, SavedAnswer>;
  /** The audit's revision as far as this page has seen every change of it. */
  revision: number;
  isAway: boolean;
};

type SheetStoreInput = {
  revision: number;
  send: (criterionId: string, draft: Draft) => Promise<AnswerOutcome>;
  /** Keeps what is not sent beyond a crash. */
  keep: (drafts: Record<string, Draft>) => void;
  /** Somebody else has changed the audit meanwhile. */
  onBehind: () => void;
  onSaved: () => void;
};

export type SheetStore = ReturnType<typeof createSheetStore>;

const NOTHING: Pick<PendingAnswer, "problem" | "current"> = { problem: null, current: null };

/**
 * What a person answers on a sheet, sent one after the other and kept until the server has it. Whatever is changed while its own sending is under
 * way is sent again after it, by the mark that came back.
 */
export function createSheetStore({ revision, send, keep, onBehind, onSaved }: SheetStoreInput) {
  let state: SheetState = { pending: new Map(), saved: new Map(), revision, isAway: false };
  let underWay: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const set = (change: Partial<SheetState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };
  const setPending = (id: string, entry: PendingAnswer | null) => {
    const pending = new Map(state.pending);
    if (entry) pending.set(id, entry);
    else pending.delete(id);
    setAll(pending);
  };
  const setAll = (pending: SheetState["pending"]) => {
    set({ pending });
    keep(Object.fromEntries([...pending].map(([key, { state: _, problem, current, ...draft }]) => [key, draft])));
  };
  const nextToSend = () => [...state.pending].find(([, entry]) => entry.state === "waiting");
  const noteRevision = (next: number, isOwn: boolean) => {
    if (isOwn && next <= state.revision + 1) set({ revision: Math.max(next, state.revision) });
    else onBehind();
  };

  const sendAll = async () => {
    for (let next = nextToSend(); next; next = nextToSend()) {
      const [id, entry] = next;
      const sent: PendingAnswer = { ...entry, state: "sending" };
      setPending(id, sent);
      const outcome = await trySend(send, id, sent);
      const now = state.pending.get(id);
      const isUnchanged = now === sent;
      if (outcome.status === "refused" && outcome.problem === "away") {
        if (now) setPending(id, { ...now, state: now.state === "held" ? "held" : "unsent" });
        set({ isAway: true });
        return;
      }
      set({ isAway: false });
      if (outcome.status === "refused") {
        const isHeld = outcome.problem === "reason_missing";
        if (now && isUnchanged) setPending(id, { ...now, state: isHeld ? "held" : "refused", problem: outcome.problem });
        continue;
      }
      const taken: SavedAnswer = { byName: null, ...outcome };
      if (outcome.status === "changed") {
        if (now) setPending(id, { ...now, state: "changed", current: taken });
        noteRevision(outcome.revision, false);
        continue;
      }
      set({ saved: new Map(state.saved).set(id, taken) });
      if (now) setPending(id, isUnchanged ? null : { ...now, seen: outcome.mark });
      noteRevision(outcome.revision, true);
      onSaved();
    }
  };

  const store = {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Takes up what an earlier page could not send. */
    load(drafts: Record<string, Draft>, isReady: (criterionId: string, draft: Draft) => boolean): void {
      const loaded = Object.entries(drafts).map(([id, draft]): [string, PendingAnswer] => [
        id,
        { ...draft, ...NOTHING, state: isReady(id, draft) ? "waiting" : "held" },
      ]);
      setAll(new Map([...loaded, ...state.pending]));
    },
    /** Puts an answer down; one that is not held goes with the next `flush`. Where somebody has to choose, it waits for that. */
    write(id: string, draft: Draft, isHeld: boolean): void {
      const before = state.pending.get(id);
      // What it is given upon stays what the person saw.
      const seen = before?.seen ?? draft.seen;
      if (before?.state === "changed") setPending(id, { ...before, ...draft, seen });
      else setPending(id, { ...draft, ...NOTHING, seen, state: isHeld ? "held" : "waiting" });
    },
    /** Puts an answer down upon another's, which the person has seen. */
    insist(id: string, draft: Draft, isHeld: boolean): void {
      setPending(id, { ...draft, ...NOTHING, state: isHeld ? "held" : "waiting" });
    },
    discard(id: string): void {
      const current = state.pending.get(id)?.current;
      if (current) set({ saved: new Map(state.saved).set(id, current) });
      setPending(id, null);
    },
    /** The page shows the audit as of a revision. */
    seeRevision(seen: number): void {
      if (seen > state.revision) set({ revision: seen });
    },
    /** Something else of the audit was saved by this page. */
    noteOwnRevision(next: number): void {
      noteRevision(next, true);
    },
    /** Sends what waits. Ends when all is there, or when nothing more can be sent now. */
    flush(): Promise<void> {
      underWay ??= sendAll().finally(() => {
        underWay = null;
      });
      return underWay;
    },
    /** Sends again what could not be sent. */
    retry(): Promise<void> {
      const pending = [...state.pending].map(([id, entry]): [string, PendingAnswer] => [
        id,
        entry.state === "unsent" ? { ...entry, state: "waiting" } : entry,
      ]);
      set({ pending: new Map(pending) });
      return store.flush();
    },
  };
  return store;
}

/** A request that got no answer may have arrived all the same: sending it again is safe. */
async function trySend(send: SheetStoreInput["send"], id: string, draft: Draft): Promise<AnswerOutcome> {
  try {
    return await send(id, draft);
  } catch {
    return { status: "refused", problem: "away" };
  }
}
