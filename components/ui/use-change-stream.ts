import { useEffect, useRef } from "react";

type ChangeStreamHandlers = {
  /** What came before the stream was open, since the page was made, the tab was hidden or the stream broke, is not told: look anew. */
  onOpen: () => void;
  onBreak?: () => void;
  /** Something changed in a campaign; null where it concerns none, or any. */
  onChange: (campaignId: number | null) => void;
};

/**
 * Hears of changes while the tab is looked at: of tasks, of deliveries, or of one's own jobs. A hidden tab lets go of its stream, since browsers share six
 * connections among all tabs of a site.
 */
export function useChangeStream(kind: "task" | "delivery" | "job", handlers: ChangeStreamHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(() => {
    let events: EventSource | null = null;
    const follow = () => {
      if (document.hidden) {
        events?.close();
        events = null;
        return;
      }
      if (events) return;
      events = new EventSource("/api/events");
      events.addEventListener("open", () => latest.current.onOpen());
      events.addEventListener("error", () => latest.current.onBreak?.());
      events.addEventListener(kind, (event) => latest.current.onChange(JSON.parse(event.data).campaignId));
    };
    follow();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      events?.close();
    };
  }, [kind]);
}
