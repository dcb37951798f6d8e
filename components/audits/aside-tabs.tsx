"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

type AsideTabsProps = { label: string; tabs: { key: string; title: string; content: ReactNode }[]; first: string };

/** What stands beside a call, one part at a time. All parts stay, so that nothing that was typed goes. */
export function AsideTabs({ label, tabs, first }: AsideTabsProps) {
  const id = useId();
  const [current, setCurrent] = useState(first);
  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
    const next = tabs[(tabs.findIndex(({ key }) => key === current) + step + tabs.length) % tabs.length];
    if (step === 0 || !next) return;
    // The player's arrows too.
    event.preventDefault();
    setCurrent(next.key);
    document.getElementById(`${id}-${next.key}`)?.focus();
  };
  return (
    <div className="flex min-w-0 flex-col xl:sticky xl:top-4 xl:max-h-[calc(100dvh-2rem)]">
      <div role="tablist" aria-label={label} onKeyDown={move} className="mb-2 flex gap-1">
        {tabs.map(({ key, title }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-${key}`}
            aria-selected={key === current}
            aria-controls={`${id}-${key}-panel`}
            tabIndex={key === current ? 0 : -1}
            onClick={() => setCurrent(key)}
            className="h-9 rounded-lg px-3 text-sm font-medium text-muted hover:text-foreground aria-selected:bg-default aria-selected:text-foreground"
          >
            {title}
          </button>
        ))}
      </div>
      {tabs.map(({ key, content }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-${key}-panel`}
          aria-labelledby={`${id}-${key}`}
          hidden={key !== current}
          className="min-h-0 min-w-0 rounded-lg xl:overflow-y-auto"
        >
          {content}
        </div>
      ))}
    </div>
  );
}
