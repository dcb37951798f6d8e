import { createHash } from "node:crypto";

/** Where something stands in the order that a seed gives: the SHA-256 of `seed:id`, in hex. PostgreSQL works out the same (draw-sample.ts). */
export function seededKey(seed: string, id: string): string {
  return createHash("sha256").update(`${seed}:${id}`).digest("hex");
}

/** The same things in the order that a seed gives them, whatever order they came in. */
export function inSeededOrder<Item>(items: readonly Item[], seed: string, idOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: seededKey(seed, idOf(item)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ item }) => item);
}
