import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import type { ScorecardSeen } from "@/lib/scorecards/scorecard-seen";
import type { SaveDraftResult } from "./scorecard-actions";

/** `idle` until something is changed. `conflict`: somebody else has changed it; `refused`: it can't be saved as it is. */
export type SaveState = "idle" | "unsaved" | "saving" | "saved" | "failed" | "conflict" | "refused";

export type Autosaver = {
  /** Saves this soon, in the place of what waits already. */
  change: (content: ScorecardContent) => void;
  /** Saves at once what waits; true when all is saved then. */
  flush: () => Promise<boolean>;
  /** Saves over what somebody else has changed meanwhile. */
  overwrite: () => Promise<boolean>;
  /** Forgets what waits: what is on screen is what was seen by that now. */
  settle: (seen: ScorecardSeen) => void;
  seen: () => ScorecardSeen;
  isSettled: () => boolean;
};

type MakeAutosaverInput = {
  seen: ScorecardSeen;
  save: (seen: ScorecardSeen, content: ScorecardContent) => Promise<SaveDraftResult>;
  onState: (state: SaveState) => void;
  /** How long it waits for more to be typed. */
  delayMs: number;
};

/** Saves what is edited, one saving at a time and the latest content each time. What could not be saved waits to be tried again. */
export function makeAutosaver({ seen: first, save, onState, delayMs }: MakeAutosaverInput): Autosaver {
  let seen = first;
  let theirs: ScorecardSeen | null = null;
  let waiting: ScorecardContent | null = null;
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async (content: ScorecardContent) => {
    waiting = null;
    onState("saving");
    const result = await save(seen, content).catch((): SaveDraftResult => ({ status: "failed" }));
    running = null;
    if (result.status === "saved") seen = result.seen;
    else waiting ??= content;
    if (result.status === "conflict") theirs = result.now;
    onState(result.status === "saved" && waiting !== null ? "unsaved" : result.status);
  };
  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    // Another flush that waited for the same saving may have begun the next one.
    while (running) await running;
    if (theirs !== null) return false;
    if (waiting === null) return true;
    const content = waiting;
    running = run(content);
    await running;
    // Typed while it was being saved.
    return waiting !== null && waiting !== content ? flush() : waiting === null;
  };
  return {
    change: (content) => {
      waiting = content;
      if (theirs !== null) return;
      onState("unsaved");
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), delayMs);
    },
    flush,
    overwrite: () => {
      seen = theirs ?? seen;
      theirs = null;
      return flush();
    },
    settle: (now) => {
      clearTimeout(timer);
      [seen, theirs, waiting] = [now, null, null];
      onState("idle");
    },
    seen: () => seen,
    isSettled: () => waiting === null && running === null,
  };
}
