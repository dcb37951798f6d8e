import { makeStorable } from "./make-storable";

/** A key that a sender made up, fit to be stored and shown as the path of a problem. */
export function nameKey(key: string): string {
  return makeStorable(key.length <= 100 ? key : `${key.slice(0, 100)}\u2026`);
}
