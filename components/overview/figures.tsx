import Link from "next/link";
import type { ReactNode } from "react";

/** `href` leads to what is counted. */
export type Figure = { label: string; value: ReactNode; help?: ReactNode; tone?: "danger"; href?: string };

/** A few numbers side by side, each with what it counts. */
export function Figures({ figures }: { figures: Figure[] }) {
  return (
    <dl className="mb-4 grid grid-cols-2 gap-px overflow-hidden rounded-lg border border-border bg-separator lg:grid-flow-col lg:auto-cols-fr lg:grid-cols-none">
      {figures.map(({ label, value, help, tone, href }) => (
        <div key={label} className="relative flex flex-col bg-surface px-4 py-3 last:odd:max-lg:col-span-2">
          <dt className="text-[0.8125rem] text-muted">
            {href ? (
              <Link
                href={href}
                className="after:absolute after:inset-0 hover:text-foreground hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus"
              >
                {label}
              </Link>
            ) : (
              label
            )}
          </dt>
          <dd
            className={`mt-0.5 text-2xl leading-8 font-semibold tracking-tight tabular-nums ${tone === "danger" ? "text-danger-soft-foreground" : ""}`}
          >
            {value}
          </dd>
          {help && <dd className="text-xs text-muted">{help}</dd>}
        </div>
      ))}
    </dl>
  );
}
