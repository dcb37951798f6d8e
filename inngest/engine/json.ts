/** JSON of any value; what JSON cannot say (undefined, a function) becomes null. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? "null";
}
