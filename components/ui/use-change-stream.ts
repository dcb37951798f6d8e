import { useEffect, useRef } from "react";

const KINDS = ["task", "delivery", "alarm"] as const;
type ChangeKind = (typeof KINDS)[number];

type ChangeStreamHandlers = {
  /** What came before the stream was open, since the page was made, the tab was hidden or the stream broke, is not told: look anew. */
  onOpen: () => void;
  onBreak?: () => void;
  /** Something changed in a campaign; null where it concerns none, or any. */
  onChange: (campaignId: number | null) => void;
};

type Listener = { onOpen: () => void; onBreak: () => void; onChange: (kind: ChangeKind, campaignId: number | null) => void };

/**
 * Hears of changes while the tab is looked at: of tasks, of deliveries, or of alarms. All parts of a page hear by one stream, and a hidden tab
 * lets go of it, since browsers share six connections among all tabs of a site.
 */
export function useChangeStream(kind: ChangeKind, handlers: ChangeStreamHandlers): void {
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  useEffect(
    () =>
      listen({
        onOpen: () => latest.current.onOpen(),
        onBreak: () => latest.current.onBreak?.(),
        onChange: (changed, campaignId) => changed === kind && latest.current.onChange(campaignId),
      }),
    [kind],
  );
}

const listeners = new Set<Listener>();
let events: EventSource | null = null;

function listen(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) document.addEventListener("visibilitychange", follow);
  if (events?.readyState === EventSource.OPEN) listener.onOpen();
  follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) document.removeEventListener("visibilitychange", follow);
    // A page that takes the place of this one listens in a moment.
    queueMicrotask(follow);
  };
}

/** Opens the stream when somebody listens and looks, and closes it when nobody does. */
function follow() {
  if (document.hidden || listeners.size === 0) {
    events?.close();
    events = null;
    return;
  }
  if (events) return;
  const opened = new EventSource("/api/events");
  events = opened;
  opened.addEventListener("open", () => tell((listener) => listener.onOpen()));
  opened.addEventListener("error", () => tell((listener) => listener.onBreak()));
  for (const kind of KINDS)
    opened.addEventListener(kind, ({ data }) => tell((listener) => listener.onChange(kind, JSON.parse(data).campaignId)));
}

function tell(say: (listener: Listener) => void) {
  for (const listener of listeners) say(listener);
}
