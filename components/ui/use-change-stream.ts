import { useEffect, useRef } from "react";
import { listenToChanges } from "./change-stream";

type ChangeStreamHandlers = {
  /** What came before the stream was open, since the page was made, the tab was hidden or the stream broke, is not told: look anew. */
  onOpen: () => void;
  onBreak?: () => void;
  /** Something changed in a campaign; null where it concerns none, or any. */
  onChange: (campaignId: number | null) => void;
};

/** Hears of changes while the tab is looked at: of tasks, or of deliveries. */
export function useChangeStream(kind: "task" | "delivery", handlers: ChangeStreamHandlers): void {
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
