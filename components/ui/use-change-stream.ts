import { useEffect, useRef } from "react";
import type { Change } from "@/lib/events/watch-changes";
import { listenToChanges } from "./change-stream";

type ChangeStreamHandlers = {
  /** What came before the stream was open, since the page was made, the tab was hidden or the stream broke, is not told: look anew. */
  onOpen: () => void;
  onBreak?: () => void;
  /** Something changed in a campaign; null where it concerns none, or any. */
  onChange: (campaignId: number | null) => void;
};

/** Hears of changes of a kind while the tab is looked at. */
export function useChangeStream(kind: Change["kind"], handlers: ChangeStreamHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(
    () =>
      listenToChanges({
        onOpen: () => latest.current.onOpen(),
        onBreak: () => latest.current.onBreak?.(),
        kinds: { [kind]: (data) => latest.current.onChange(JSON.parse(data).campaignId) },
      }),
    [kind],
  );
}
