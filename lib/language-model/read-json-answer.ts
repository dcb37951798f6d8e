/**
 * The JSON in what a model wrote: as it stands, or where it thought aloud first, fenced it, or put words around it. Undefined where there is
 * none.
 */
export function readJsonAnswer(text: string): unknown {
  const afterThought = text.split("</think>").at(-1) ?? "";
  const candidates = [
    text,
    afterThought,
    /```[a-z]*\s*\n?([\s\S]*?)```/i.exec(afterThought)?.[1] ?? "",
    afterThought.slice(afterThought.indexOf("{"), afterThought.lastIndexOf("}") + 1),
  ];
  for (const candidate of candidates) {
    const value = parsed(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
