import { visitMembers } from "./visit-members";

/** Members at the top level of a valid JSON object in the order sent, repeated keys included, each with its value as it was written. */
export function listMembers(text: string): { key: string; source: string }[] {
  const members: { key: string; source: string }[] = [];
  let start = text.indexOf("{") + 1;
  let key: string | null = null;
  visitMembers(text, (isColon, index) => {
    if (isColon) key = String(JSON.parse(text.slice(start, index)));
    else if (key !== null) members.push({ key, source: text.slice(start, index).trim() });
    start = index + 1;
  });
  return members;
}
