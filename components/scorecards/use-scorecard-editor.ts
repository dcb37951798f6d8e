import { useCallback, useEffect, useRef, useState } from "react";
import type { ScorecardContent } from "@/lib/scorecards/scorecard-content";
import type { ScorecardSeen } from "@/lib/scorecards/scorecard-seen";
import { type BuilderSection, editScorecard, type ScorecardEdit, toBuilder, toContent } from "./edit-scorecard";
import { makeAutosaver, type SaveState } from "./make-autosaver";
import type { ScorecardActions } from "./scorecard-actions";

const SAVE_DELAY_MS = 700;

type UseScorecardEditorInput = { content: ScorecardContent; seen: ScorecardSeen; save: ScorecardActions["saveDraft"] };

/** The scorecard on screen, which is saved as it is edited, also when one leaves it. `generation` is another once the whole of it is replaced. */
export function useScorecardEditor({ content, seen, save }: UseScorecardEditorInput) {
  const [sections, setSections] = useState(() => toBuilder(content));
  const [generation, setGeneration] = useState(0);
  const [saveState, setSaveState] = useState<SaveState>("idle");
  const [saver] = useState(() => makeAutosaver({ seen, save, onState: setSaveState, delayMs: SAVE_DELAY_MS }));
  // Two edits may come before the screen shows the first.
  const latest = useRef(sections);

  const edit = useCallback(
    (change: ScorecardEdit) => {
      latest.current = editScorecard(latest.current, change);
      setSections(latest.current);
      saver.change(toContent(latest.current));
    },
    [saver],
  );
  const replace = useCallback(
    (next: ScorecardContent, now: ScorecardSeen) => {
      latest.current = toBuilder(next);
      setSections(latest.current);
      setGeneration((count) => count + 1);
      saver.settle(now);
    },
    [saver],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.isSettled()) return;
      void saver.flush();
      event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => {
      window.removeEventListener("beforeunload", warn);
      void saver.flush();
    };
  }, [saver]);

  return { sections, generation, edit, replace, saveState, saver, latest: useCallback((): BuilderSection[] => latest.current, []) };
}
