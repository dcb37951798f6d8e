import type { ApiKeyListItem } from "@/lib/api-keys/list-api-keys";

/** The same keys, each followed by the one that takes its place where both are there. */
export function pairApiKeys(keys: ApiKeyListItem[]): ApiKeyListItem[] {
  const rest = new Map(keys.map((key) => [key.id, key]));
  const paired: ApiKeyListItem[] = [];
  for (const key of keys) {
    let next = rest.get(key.id);
    for (let older = next; older; older = rest.get(older.replaces?.id ?? "")) next = older;
    for (; next; next = rest.get(next.replacedBy?.id ?? "")) {
      rest.delete(next.id);
      paired.push(next);
    }
  }
  return paired;
}
