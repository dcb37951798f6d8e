import type { ReactNode } from "react";

/** Characters that are not seen, or that change how others are seen; line breaks and tabs are what they look like. */
const INVISIBLE = /((?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029])\1*/gu;

/**
 * Text of somebody who may mean harm, as it is: never markup, and characters that hide or turn round others are shown by their number
 * instead of doing it.
 */
export function InertText({ text }: { text: string }) {
  const parts: ReactNode[] = [];
  let end = 0;
  for (const match of text.matchAll(INVISIBLE)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    parts.push(<Mark key={match.index} run={match[0]} />);
  }
  parts.push(text.slice(end));
  return (
    <bdi dir="ltr" className="whitespace-pre-wrap wrap-anywhere">
      {parts}
    </bdi>
  );
}

function Mark({ run }: { run: string }) {
  const code = `U+${(run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const count = [...run].length;
  return (
    <span className="mx-px rounded-sm border border-warning px-0.5 font-mono text-[0.6875rem] text-warning-soft-foreground select-none">
      {count > 1 ? `${code} ×${count}` : code}
    </span>
  );
}
