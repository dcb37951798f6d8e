/** What changed of an object, field by field, as an audit entry tells it. */
export type Changes = Record<string, { from: unknown; to: unknown }>;

/** The fields that `given` names and sets to something else than they are; empty when nothing changes. Values are plain JSON. */
export function changesBetween(before: Record<string, unknown>, given: Record<string, unknown>): Changes {
  return Object.fromEntries(
    Object.entries(given)
      .filter(([name, to]) => to !== undefined && JSON.stringify(to) !== JSON.stringify(before[name]))
      .map(([name, to]) => [name, { from: before[name] ?? null, to }]),
  );
}
