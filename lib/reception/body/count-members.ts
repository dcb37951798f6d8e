import { visitMembers } from "./visit-members";

/** Number of members at the top level of a valid JSON object, repeated keys included. */
export function countMembers(text: string): number {
  let count = 0;
  visitMembers(text, (isColon) => {
    if (isColon) count++;
  });
  return count;
}
