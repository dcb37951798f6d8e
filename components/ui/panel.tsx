import type { ReactNode } from "react";

type PanelProps = { title?: ReactNode; actions?: ReactNode; children: ReactNode; className?: string };

/** A titled part of a page on a surface of its own. */
export function Panel({ title, actions, children, className = "" }: PanelProps) {
  return (
    <section className={`min-w-0 rounded-lg border border-border bg-surface ${className}`}>
      {title && (
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b border-separator px-4 py-2">
          <h2 className="text-sm font-semibold">{title}</h2>
          {actions}
        </div>
      )}
      {children}
    </section>
  );
}
