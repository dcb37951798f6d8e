"use client";

import { Radio } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";

/** Who waits longer than this wants to know why. */
const EXPLAIN_AFTER_SECONDS = 60;
/** The causes are looked up a little before, so that they are fresh when they show. */
const FIRST_ASK_SECONDS = 57;
/** Requests without a valid key are not announced to pages, so that they are asked for. */
const ASK_EVERY_SECONDS = 10;

type WaitingClockProps = { title: ReactNode; help: ReactNode; elapsedLabel: string; children: ReactNode };

/** Says what is waited for and how long already. After a minute it shows `children`, the causes, and keeps them up to date. */
export function WaitingClock({ title, help, elapsedLabel, children }: WaitingClockProps) {
  const router = useRouter();
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const startedAt = Date.now();
    let askedAt = 0;
    const timer = setInterval(() => {
      const passed = Math.floor((Date.now() - startedAt) / 1000);
      setSeconds(passed);
      if (passed < FIRST_ASK_SECONDS || passed - askedAt < ASK_EVERY_SECONDS || document.hidden) return;
      askedAt = passed;
      router.refresh();
    }, 1000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <>
      <div className="flex gap-3 px-4 py-4">
        <Radio aria-hidden className="mt-0.5 size-5 shrink-0 text-accent motion-safe:animate-pulse" />
        <div className="min-w-0 flex-1">
          <div className="flex items-baseline justify-between gap-3">
            <p className="font-medium">{title}</p>
            <p role="timer" aria-label={elapsedLabel} className="text-muted tabular-nums">
              {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
            </p>
          </div>
          <p className="text-muted">{help}</p>
        </div>
      </div>
      <div aria-live="polite">{seconds >= EXPLAIN_AFTER_SECONDS && children}</div>
    </>
  );
}
