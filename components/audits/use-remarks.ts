import { useCallback, useEffect, useRef, useState } from "react";
import type { Remarks, SheetActions, SheetProblem } from "./sheet-actions";

type UseRemarksInput = {
  saved: Remarks;
  /** Keeps what is not sent beyond a crash; null once all is. */
  keep: (remarks: Remarks | null) => void;
  write: SheetActions["writeRemarks"];
  onSaved: () => void;
};

export type RemarksState =
  | { status: "saved" | "waiting" | "sending" | "unsent" }
  | { status: "changed"; current: Remarks }
  | { status: "refused"; problem: SheetProblem };

const RETRY_MS = 3_000;

/** What is said of a whole audit, kept in this browser until the server has it. */
export function useRemarks({ saved, keep, write, onSaved }: UseRemarksInput) {
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
      keep(null);
      setState({ status: "saved" });
    } finally {
      current.isSending = false;
    }
  }, [keep, write, onSaved]);

  const type = useCallback(
    (part: Partial<Remarks>) => {
      work.current.now = { ...work.current.now, ...part };
      keep(work.current.now);
      setShown(work.current.now);
      setState({ status: "waiting" });
    },
    [keep],
  );
  const start = useCallback(
    (seen: Remarks, now: Remarks) => {
      work.current = { ...work.current, seen, now };
      if (isSame(seen, now)) keep(null);
      setShown(now);
      setState({ status: "saved" });
    },
    [keep],
  );

  const takeUp = useCallback(
    (kept: Remarks) => {
      type(kept);
      void save();
    },
    [type, save],
  );
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
    ...{ shown, state, type, save, takeUp },
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
