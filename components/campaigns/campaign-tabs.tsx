"use client";

import { Lock } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";

/** `href` null is a tab that is closed, with the reason why. */
type CampaignTab = { href: string; label: string } | { href: null; label: string; reason: string };

/** How much of the tab before the one that is open stays in view. */
const EDGE_PX = 40;

const TAB_CLASS =
  "flex h-10 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-muted aria-selected:border-accent aria-selected:text-foreground focus-visible:-outline-offset-2";

/** The parts of a campaign, each at an address of its own. Arrow keys go from tab to tab, Enter opens one. */
export function CampaignTabs({ label, tabs, children }: { label: string; tabs: CampaignTab[]; children: ReactNode }) {
  const pathname = usePathname();
  const id = useId();
  const closed = tabs.find((tab) => tab.href === null);
  const selected = tabs.findIndex(({ href }) => href === pathname);
  const tabList = useRef<HTMLDivElement>(null);

  // On a phone the row is wider than the screen: the tab that is open comes into view.
  useEffect(() => {
    const tab = tabList.current?.children[selected];
    if (tab instanceof HTMLElement) tabList.current?.scrollTo({ left: tab.offsetLeft - tabList.current.offsetLeft - EDGE_PX });
  }, [selected]);

  return (
    <>
      <div
        ref={tabList}
        role="tablist"
        aria-label={label}
        onKeyDown={moveFocus}
        className="flex overflow-x-auto shadow-[inset_0_-1px_0_var(--border)] [scrollbar-width:none]"
      >
        {tabs.map((tab, index) =>
          tab.href === null ? (
            <span
              key={tab.label}
              role="tab"
              tabIndex={-1}
              aria-selected={false}
              aria-disabled
              aria-describedby={`${id}-reason`}
              className={`${TAB_CLASS} cursor-not-allowed opacity-70`}
            >
              <Lock aria-hidden className="size-3.5" />
              {tab.label}
            </span>
          ) : (
            <Link
              key={tab.href}
              href={tab.href}
              role="tab"
              id={`${id}-${index}`}
              tabIndex={index === selected ? 0 : -1}
              aria-selected={index === selected}
              aria-controls={index === selected ? `${id}-panel` : undefined}
              className={`${TAB_CLASS} hover:text-foreground`}
            >
              {tab.label}
            </Link>
          ),
        )}
      </div>
      {closed && (
        <p id={`${id}-reason`} className="mt-2 text-xs text-muted">
          {closed.reason}
        </p>
      )}
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${selected}`} className="pt-5">
        {children}
      </div>
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>) {
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const focused = tabs.findIndex((tab) => tab.matches(":focus"));
  const targets: Record<string, number> = { ArrowRight: focused + 1, ArrowLeft: focused - 1, Home: 0, End: -1 };
  const target = targets[event.key];
  if (target === undefined || focused === -1) return;
  event.preventDefault();
  tabs.at(target % tabs.length)?.focus();
}
