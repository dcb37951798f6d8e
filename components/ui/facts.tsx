import type { ReactNode } from "react";

/** Pairs of a name and a value. A value that nobody gave is shown as a dash, never left out. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode }[] }) {
  return (
    <dl className="grid grid-cols-[7rem_1fr] gap-x-4 px-4 py-2 text-sm">
      {facts.map(({ label, value }) => (
        <div key={label} className="col-span-2 grid grid-cols-subgrid border-b border-separator py-2 last:border-b-0">
          <dt className="text-muted wrap-break-word">{label}</dt>
          <dd className="min-w-0 tabular-nums wrap-anywhere">{value === "" || value === null || value === undefined ? "—" : value}</dd>
        </div>
      ))}
    </dl>
  );
}
