/** What is heard on the stream: it is open, it broke, one's own rights changed, or a change of some kind with its data. */
export type StreamListener = {
  onOpen?: () => void;
  onBreak?: () => void;
  onAccessChanged?: () => void;
  kinds: Record<string, (data: string) => void>;
};

const ADDRESS = "/api/events";
/** A stream that was turned away, by a server that starts for instance, is not taken up again by the browser. */
const REOPEN_AFTER_MS = 5_000;

const listeners = new Set<StreamListener>();
const heardKinds = new Set<string>();
let source: EventSource | null = null;
let reopening: ReturnType<typeof setTimeout> | undefined;

/**
 * Hears of changes while the tab is looked at, by one stream a tab however many listen: browsers share six connections among all tabs of a
 * site, and a hidden tab lets go of its own. Returns the way to stop.
 */
export function listenToChanges(listener: StreamListener): () => void {
  if (listeners.size === 0) document.addEventListener("visibilitychange", follow);
  listeners.add(listener);
  if (source?.readyState === EventSource.OPEN) listener.onOpen?.();
  follow();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", follow);
    close();
  };
}

function follow(): void {
  if (document.hidden || listeners.size === 0) {
    close();
    return;
  }
  if (!source) open();
  for (const kind of [...listeners].flatMap(({ kinds }) => Object.keys(kinds))) hear(kind);
}

function open(): void {
  clearTimeout(reopening);
  source = new EventSource(ADDRESS);
  heardKinds.clear();
  source.addEventListener("open", () => tell(({ onOpen }) => onOpen?.()));
  source.addEventListener("access", () => tell(({ onAccessChanged }) => onAccessChanged?.()));
  source.addEventListener("error", () => {
    tell(({ onBreak }) => onBreak?.());
    if (source?.readyState === EventSource.CLOSED) void takeUpAgain();
  });
}

function hear(kind: string): void {
  if (!source || heardKinds.has(kind)) return;
  heardKinds.add(kind);
  source.addEventListener(kind, (event) => tell(({ kinds }) => kinds[kind]?.(event.data)));
}

function close(): void {
  clearTimeout(reopening);
  source?.close();
  source = null;
}

/** The browser does not say why it was turned away: asks once more, in a way that tells. */
async function takeUpAgain(): Promise<void> {
  close();
  const status = await fetch(ADDRESS).then(
    async (answer) => {
      await answer.body?.cancel();
      return answer.status;
    },
    () => 0,
  );
  if (status === 401) tell(({ onAccessChanged }) => onAccessChanged?.());
  else reopening = setTimeout(follow, REOPEN_AFTER_MS);
}

function tell(call: (listener: StreamListener) => void): void {
  for (const listener of listeners) call(listener);
}
