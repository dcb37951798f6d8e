const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const BACKSLASH = 0x5c;

/** Calls `visit` for each colon, each comma and the closing brace of the outermost object. The text must be a valid JSON object. */
export function visitMembers(text: string, visit: (isColon: boolean, index: number) => void): void {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = endOfString(text, index);
    else if (code === 0x7b || code === 0x5b) depth++;
    else if (code === 0x7d || code === 0x5d) {
      depth--;
      if (depth === 0) visit(false, index);
    } else if (depth === 1 && (code === COMMA || code === COLON)) visit(code === COLON, index);
  }
}

/** Index of the quote that ends a string: the first one with an even number of backslashes before it. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); ; end = text.indexOf('"', end + 1)) {
    let slash = end - 1;
    while (text.charCodeAt(slash) === BACKSLASH) slash--;
    if ((end - slash) % 2 === 1) return end;
  }
}
