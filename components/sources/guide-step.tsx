import type { ReactNode } from "react";

type GuideStepProps = { id?: string; number: number; title: ReactNode; description?: ReactNode; actions?: ReactNode; children?: ReactNode };

/** One numbered step of a guide. */
export function GuideStep({ id, number, title, description, actions, children }: GuideStepProps) {
  return (
    <li id={id} className="scroll-mt-4 rounded-lg border border-border bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 gap-3">
          <span
            aria-hidden
            className="mt-px grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-soft-foreground tabular-nums"
          >
            {number}
          </span>
          <div className="min-w-0">
            <h3 className="text-base leading-6 font-semibold">{title}</h3>
            {description && <p className="mt-0.5 max-w-prose text-muted">{description}</p>}
          </div>
        </div>
        {actions}
      </div>
      {children && <div className="mt-4 min-w-0 sm:ps-9">{children}</div>}
    </li>
  );
}
