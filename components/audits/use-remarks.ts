import { useCallback, useEffect, useRef, useState } from "react";
import type { Remarks, SheetActions, SheetProblem } from "./sheet-actions";

type UseRemarksInput = { auditId: string; userId: string; saved: Remarks; write: SheetActions["writeRemarks"]; onSaved: () => void };

export type RemarksState =
  | { status: "saved" | "waiting" | "sending" | "unsent" }
  | { status: "changed"; current: Remarks }
  | { status: "refused"; problem: SheetProblem };

const RETRY_MS = 3_000;

/** What is said of a whole audit, kept in this browser until the server has it. */
export function useRemarks({ auditId, userId, saved, write, onSaved }: UseRemarksInput) {
  const key = `auditoria.audit.${auditId}.${userId}.remarks`;
  const [shown, setShown] = useState(saved);
  const [state, setState] = useState<RemarksState>({ status: "saved" });
  // What the person saw when they began: it goes with what they write.
  const work = useRef({ seen: saved, now: saved, isSending: false });

  const save = useCallback(async () => {
    const current = work.current;
    if (current.isSending) return;
    current.isSending = true;
    try {
      while (!isSame(current.now, current.seen)) {
        const sent = current.now;
        setState({ status: "sending" });
        const outcome = await write({ ...sent, seen: current.seen }).catch(() => ({ status: "refused", problem: "away" }) as const);
        if (outcome.status === "refused" && outcome.problem === "away") return setState({ status: "unsent" });
        if (outcome.status !== "saved") return setState(outcome);
        current.seen = sent;
        onSaved();
      }
      localStorage.removeItem(key);
      setState({ status: "saved" });
    } finally {
      current.isSending = false;
    }
  }, [key, write, onSaved]);

  const type = useCallback(
    (part: Partial<Remarks>) => {
      work.current.now = { ...work.current.now, ...part };
      localStorage.setItem(key, JSON.stringify(work.current.now));
      setShown(work.current.now);
      setState({ status: "waiting" });
    },
    [key],
  );
  const start = useCallback(
    (seen: Remarks, now: Remarks) => {
      work.current = { ...work.current, seen, now };
      if (isSame(seen, now)) localStorage.removeItem(key);
      setShown(now);
      setState({ status: "saved" });
    },
    [key],
  );

  useEffect(() => {
    const kept = readKept(key);
    if (kept === null) return;
    type(kept);
    void save();
  }, [key, type, save]);
  useEffect(() => {
    const { seen, now, isSending } = work.current;
    // What others write is shown where nothing of one's own waits.
    if (!isSending && isSame(seen, now))
      start({ comment: saved.comment, praise: saved.praise }, { comment: saved.comment, praise: saved.praise });
  }, [saved.comment, saved.praise, start]);
  useEffect(() => {
    if (state.status !== "unsent") return;
    const timer = setInterval(() => void save(), RETRY_MS);
    return () => clearInterval(timer);
  }, [state.status, save]);

  return {
    ...{ shown, state, type, save },
    keepTheirs: (current: Remarks) => start(current, current),
    insist: (current: Remarks) => {
      work.current.seen = current;
      void save();
    },
  };
}

function isSame(one: Remarks, two: Remarks): boolean {
  return one.comment.trim() === two.comment.trim() && one.praise.trim() === two.praise.trim();
}

function readKept(key: string): Remarks | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (typeof kept !== "object" || kept === null || !("comment" in kept) || !("praise" in kept)) return null;
    return typeof kept.comment === "string" && typeof kept.praise === "string" ? { comment: kept.comment, praise: kept.praise } : null;
  } catch {
    return null;
  }
}
