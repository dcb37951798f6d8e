import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import type { AuditSheet } from "@/lib/audits/get-audit";
import { type CriterionChange, type CriterionView, changedDraft, criterionViews, isReadyToSend, scoreViews } from "./criterion-view";
import { createKeptWork } from "./kept-work";
import type { RemarksState } from "./remarks-store";
import type { SheetActions } from "./sheet-actions";
import { createSheetStore, type SheetState } from "./sheet-store";
import { useRemarks } from "./use-remarks";
import { useTabs } from "./use-tabs";

/** `typing` keeps what is typed and sends it after a pause; `kept` keeps it alone. */
export type Pace = "now" | "typing" | "kept";

type UseSheetInput = { sheet: AuditSheet; userId: string; actions: SheetActions };

export type Sheet = ReturnType<typeof useSheet>;

const TYPING_MS = 1_000;
const RETRY_MS = 3_000;
const NONE: SheetState = { pending: new Map(), saved: new Map(), revision: 0, isAway: false };

/** A sheet that saves itself: every answer at once, and what can't be sent as soon as it can. */
export function useSheet({ sheet, userId, actions }: UseSheetInput) {
  const router = useRouter();
  const latest = useRef({ sheet, actions });
  useEffect(() => {
    latest.current = { sheet, actions };
  });
  const [kept] = useState(() => createKeptWork(sheet.id, userId));
  const tabs = useTabs(sheet.id, kept.tabId, router.refresh);
  const [store] = useState(() =>
    createSheetStore({
      revision: sheet.revision,
      send: (criterionId, draft) => latest.current.actions.answer({ ...draft, criterionId }),
      keep: kept.writeDrafts,
      onBehind: () => router.refresh(),
      onSaved: tabs.tell,
    }),
  );
  const remarks = useRemarks({
    ...{ saved: sheet, revision: sheet.revision, keep: kept.writeRemarks },
    write: (said) => latest.current.actions.writeRemarks(said),
    onSaved: (revision) => {
      store.noteOwnRevision(revision);
      tabs.tell();
    },
  });
  const state = useSyncExternalStore(store.subscribe, store.state, () => NONE);
  const typing = useRef<ReturnType<typeof setTimeout>>(undefined);

  const { takeUp } = remarks.store;
  useEffect(() => {
    void kept.adopt(tabs.isAlive, ({ drafts, remarks: left }) => {
      store.load(drafts, (id, draft) => isReadyToSend(latest.current.sheet, id, draft, userId));
      void store.flush();
      if (left) takeUp(left);
    });
  }, [kept, store, tabs.isAlive, takeUp, userId]);
  useEffect(() => store.seeRevision(sheet.revision), [store, sheet.revision]);
  useEffect(() => {
    if (!state.isAway) return;
    const retry = () => void store.retry();
    const timer = setInterval(retry, RETRY_MS);
    window.addEventListener("online", retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", retry);
    };
  }, [store, state.isAway]);

  const views = useMemo(() => criterionViews({ sheet, state, userId }), [sheet, state, userId]);
  const scored = useMemo(() => scoreViews(views), [views]);
  const put = useCallback(
    (criterionId: string, part: CriterionChange, pace: Pace, isInsisting: boolean) => {
      const current = latest.current.sheet;
      const view = criterionViews({ sheet: current, state: store.state(), userId }).find(({ criterion }) => criterion.id === criterionId);
      if (!view) return;
      const { draft, isSame, isHeld } = changedDraft(view, part, { sheet: current, userId });
      // What is on its way has to be taken back by another sending.
      if (isSame && view.pending?.state !== "sending") return store.discard(criterionId);
      if (isInsisting && view.pending?.state === "changed") store.insist(criterionId, draft, isHeld);
      else store.write(criterionId, draft, isHeld || pace === "kept");
      clearTimeout(typing.current);
      if (pace === "typing") typing.current = setTimeout(() => void store.flush(), TYPING_MS);
      else if (pace === "now") void store.flush();
    },
    [store, userId],
  );
  const change = useCallback(
    // To answer is to choose between another's answer and one's own; to write beside it is not.
    (criterionId: string, part: CriterionChange, pace: Pace = "now") => put(criterionId, part, pace, part.answer !== undefined),
    [put],
  );
  const insist = useCallback((criterionId: string) => put(criterionId, {}, "now", true), [put]);
  return {
    ...{ views, scored, remarks, isAway: state.isAway, revision: state.revision },
    ...{ change, insist, discard: store.discard, retry: store.retry },
    /** Sends all that waits; false where something can't be sent. */
    flush: async () => {
      clearTimeout(typing.current);
      await store.retry();
      return store.state().pending.size === 0;
    },
    tellTabs: tabs.tell,
  };
}

/** How far a sheet is saved, in one word: its answers, and what is said of the whole. */
export function savingOf(views: CriterionView[], remarks: RemarksState["status"]): "saved" | "saving" | "unsent" | "held" {
  const states = [...views.flatMap(({ pending }) => pending?.state ?? []), ...(remarks === "saved" ? [] : [remarks])];
  if (states.includes("unsent")) return "unsent";
  if (states.some((one) => one === "sending" || one === "waiting")) return "saving";
  return states.length > 0 ? "held" : "saved";
}
