import type { ReactNode } from "react";

/** Things that happened one after the other. */
export function History({ children }: { children: ReactNode }) {
  return <ol className="px-4">{children}</ol>;
}

type HistoryEntryProps = { time: ReactNode; sign: ReactNode; title: ReactNode; children?: ReactNode };

/** One of them: when, how it went, what it was, and the particulars below. */
export function HistoryEntry({ time, sign, title, children }: HistoryEntryProps) {
  return (
    <li className="border-b border-separator py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="text-[0.8125rem]">{time}</span>
        {sign}
        <span className="min-w-0">{title}</span>
      </div>
      <div className="mt-1 text-xs text-muted empty:hidden [&>*+*]:mt-0.5">{children}</div>
    </li>
  );
}
