import type { ReactNode } from "react";
import { CopyButton } from "@/components/ui/copy-button";

type CopyRow = { label: string; value: string };

/** Values to type into a platform's settings, each beside the name of its field, each with a button that copies it. */
export function CopyRows({ rows }: { rows: CopyRow[] }) {
  return (
    <dl className="divide-y divide-separator overflow-hidden rounded-lg border border-separator">
      {rows.map(({ label, value }) => (
        <div
          key={label}
          className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-x-2 py-0.5 ps-3 pe-1 sm:grid-cols-[11rem_minmax(0,1fr)] sm:gap-x-3"
        >
          <dt className="text-muted">{label}</dt>
          <dd className="flex min-h-9 items-center justify-between gap-2">
            <Value>{value}</Value>
            <CopyButton value={value} name={label} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ children }: { children: ReactNode }) {
  return <code className="min-w-0 font-mono text-xs wrap-anywhere select-all sm:text-[0.8125rem]">{children}</code>;
}
