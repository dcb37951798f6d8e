import { useEffect, useState, useSyncExternalStore } from "react";
import { createRemarksStore } from "./remarks-store";

type UseRemarksInput = Parameters<typeof createRemarksStore>[0] & {
  /** The audit's revision that `saved` is of. */
  revision: number;
};

const RETRY_MS = 3_000;

/** The remarks of a sheet, by the callbacks of its first showing; sent again by themselves while the server is away. */
export function useRemarks({ saved: { comment, praise }, revision, keep, write, onSaved }: UseRemarksInput) {
  const [store] = useState(() => createRemarksStore({ saved: { comment, praise }, keep, write, onSaved }));
  const { shown, state } = useSyncExternalStore(store.subscribe, store.view, store.view);
  useEffect(() => store.seeSaved({ comment, praise }, revision), [store, comment, praise, revision]);
  useEffect(() => {
    if (state.status !== "unsent") return;
    const timer = setInterval(() => void store.save(), RETRY_MS);
    return () => clearInterval(timer);
  }, [store, state.status]);
  return { shown, state, store };
}
