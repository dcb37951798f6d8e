type Listener = (seconds: number) => void;

const listeners = new Set<Listener>();

/** Moves the player of the page to a moment of the call, and its line into view, from wherever it is asked; nothing where no call is to be heard. */
export function goToMoment(seconds: number): void {
  for (const listener of listeners) listener(seconds);
}

/** Calls `listener` whenever somebody wants a moment of the call. Returns the way to stop. */
export function onMomentWanted(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

type Place = () => number;

let place: Place | null = null;

/** Where the player of the page stands, in seconds; null where no call is to be heard. */
export function momentNow(): number | null {
  return place?.() ?? null;
}

/** Says how the place of the page's player is asked for. Returns the way to stop. */
export function tellMoment(read: Place): () => void {
  place = read;
  return () => {
    if (place === read) place = null;
  };
}
