const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Number of members that the text of a JSON object holds at its top level, repeated keys included. The text must be valid. */
export function countMembers(text: string): number {
  let count = 0;
  scan(text, (code) => {
    if (code === COLON) count++;
  });
  return count;
}

/** Members at the top level of a valid JSON object in the order sent, repeated keys included, each with its value as it was written. */
export function listMembers(text: string): { key: string; source: string }[] {
  const members: { key: string; source: string }[] = [];
  let start = text.indexOf("{") + 1;
  let key: string | null = null;
  scan(text, (code, index) => {
    if (code === COLON) key = String(JSON.parse(text.slice(start, index)));
    else if (key !== null) members.push({ key, source: text.slice(start, index).trim() });
    start = index + 1;
  });
  return members;
}

/** Calls `visit` for each colon, comma and the closing brace of the outermost object. */
function scan(text: string, visit: (code: number, index: number) => void): void {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      depth--;
      if (depth === 0) visit(code, index);
    } else if (depth === 1 && (code === COMMA || code === COLON)) visit(code, index);
  }
}

function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slash = end - 1;
    while (text.charCodeAt(slash) === BACKSLASH) slash--;
    if ((end - slash) % 2 === 1) return end;
  }
}
