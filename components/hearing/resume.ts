import type { Playback } from "./playback";

const KEY = "auditoria.places";
/** Calls whose places are kept; the oldest go first. */
const MAX_PLACES = 200;
const EVERY_MS = 5_000;
/** Nearer to the beginning or the end, one begins anew. */
const MARGIN_SECONDS = 5;

/** Where the reader stopped hearing a recording in this browser; null where nothing is kept, or it was heard to its end. */
export function keptPlace(recordingId: string, durationSeconds: number): number | null {
  const kept = readPlaces().find(([id]) => id === recordingId)?.[1] ?? 0;
  return kept > MARGIN_SECONDS && kept < durationSeconds - MARGIN_SECONDS ? kept : null;
}

/** Keeps the place while a recording is heard. Returns the way to stop. */
export function keepPlace(recordingId: string, playback: Playback): () => void {
  let last = playback.seconds();
  const keep = () => {
    const seconds = playback.seconds();
    if (seconds === last) return;
    last = seconds;
    const others = readPlaces().filter(([id]) => id !== recordingId);
    writePlaces([[recordingId, Math.round(seconds * 10) / 10] as const, ...others].slice(0, MAX_PLACES));
  };
  const timer = setInterval(keep, EVERY_MS);
  window.addEventListener("pagehide", keep);
  return () => {
    clearInterval(timer);
    window.removeEventListener("pagehide", keep);
    keep();
  };
}

type Place = readonly [recordingId: string, seconds: number];

/** A browser that keeps nothing, or something else, has no places. */
function readPlaces(): Place[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(value) ? value.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && typeof value[0] === "string" && typeof value[1] === "number";
}

function writePlaces(places: Place[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(places));
  } catch {
    // Private windows may keep nothing; the call is heard all the same.
  }
}
