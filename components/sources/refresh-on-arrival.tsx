"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";

/** Shortest time between two refreshes: a busy campaign must not make the page ask all the time. */
const INTERVAL_MS = 1_000;

type RefreshOnArrivalProps = {
  campaignId: number;
  /** When the page was made. */
  madeAt: number;
  /** How long after that something is expected that nobody tells of, such as another try to fetch a recording; null for nothing. */
  lookAgainInMs: number | null;
};

/** Shows the page anew when something arrives for the campaign, or names no campaign, when one of its tasks changes, and when told to look again. */
export function RefreshOnArrival({ campaignId, madeAt, lookAgainInMs }: RefreshOnArrivalProps) {
  const router = useRouter();
  const lastAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const refreshIn = useCallback(
    (milliseconds: number) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        lastAt.current = Date.now();
        router.refresh();
      }, milliseconds);
    },
    [router],
  );
  const refreshSoon = () => refreshIn(Math.max(0, lastAt.current + INTERVAL_MS - Date.now()));
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // A page made anew asks anew.
    if (lookAgainInMs !== null && madeAt > 0) refreshIn(Math.max(INTERVAL_MS, lookAgainInMs));
  }, [lookAgainInMs, madeAt, refreshIn]);
  const onChange = (about: number | null) => {
    if (about === null || about === campaignId) refreshSoon();
  };
  useChangeStream("delivery", { onOpen: refreshSoon, onChange });
  useChangeStream("task", { onOpen: () => undefined, onChange });
  return null;
}
