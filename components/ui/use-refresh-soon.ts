import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";

/** Shortest time between two refreshes: a busy day must not make the page ask all the time. */
const INTERVAL_MS = 1_000;
/** Rows stay where they are while somebody is about to press one. */
const POINTER_REST_MS = 1_200;

/** Rows must not move under somebody who has scrolled down, is in a row by keyboard, picks some, or has something open. */
function isReading(): boolean {
  return window.scrollY > 160 || document.querySelector("tbody :focus-visible, tbody [data-selected], dialog[open]") !== null;
}

/**
 * Asks for the page anew, once for all that changes within the interval, and not under a pointer that moves over its rows. While somebody reads
 * on it waits (`isHeld`) until `showNow`.
 */
export function useRefreshSoon() {
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [isHeld, setIsHeld] = useState(false);
  const state = useRef<{ lastAt: number; pointerAt: number; timer?: ReturnType<typeof setTimeout> }>({ lastAt: 0, pointerAt: 0 });

  useEffect(() => {
    const current = state.current;
    const notePointer = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest("tbody")) current.pointerAt = Date.now();
    };
    document.addEventListener("pointermove", notePointer, { passive: true });
    return () => {
      document.removeEventListener("pointermove", notePointer);
      clearTimeout(current.timer);
    };
  }, []);

  const showNow = useCallback(() => {
    state.current.lastAt = Date.now();
    setIsHeld(false);
    startTransition(() => router.refresh());
  }, [router]);

  const refreshSoon = useCallback(() => {
    const current = state.current;
    const refreshWhenDue = () => {
      const wait = Math.max(current.lastAt + INTERVAL_MS, current.pointerAt + POINTER_REST_MS) - Date.now();
      clearTimeout(current.timer);
      if (wait > 0) current.timer = setTimeout(refreshWhenDue, wait);
      else if (isReading()) setIsHeld(true);
      else showNow();
    };
    refreshWhenDue();
  }, [showNow]);

  return { refreshSoon, isHeld, showNow };
}
