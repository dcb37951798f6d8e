import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useTransition } from "react";

/** Shortest time between two refreshes: a busy day must not make the page ask all the time. */
const INTERVAL_MS = 1_000;
/** Rows stay where they are while somebody is about to press one. */
const POINTER_REST_MS = 1_200;

/** Asks for the page anew, once for all that changes within the interval, and not under a pointer that moves over its rows. */
export function useRefreshSoon(): () => void {
  const router = useRouter();
  const [, startTransition] = useTransition();
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

  return useCallback(() => {
    const current = state.current;
    const refreshWhenDue = () => {
      const wait = Math.max(current.lastAt + INTERVAL_MS, current.pointerAt + POINTER_REST_MS) - Date.now();
      clearTimeout(current.timer);
      if (wait > 0) {
        current.timer = setTimeout(refreshWhenDue, wait);
        return;
      }
      current.lastAt = Date.now();
      startTransition(() => router.refresh());
    };
    refreshWhenDue();
  }, [router]);
}
