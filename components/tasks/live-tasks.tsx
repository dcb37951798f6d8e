"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState, useTransition } from "react";

/** Shortest time between two refreshes: a busy day must not make the page ask all the time. */
const INTERVAL_MS = 1_000;
/** Rows stay where they are while somebody is about to press one. */
const POINTER_REST_MS = 1_200;

/** Shows the page anew when tasks come or change, and says whether it does. */
export function LiveTasks() {
  const t = useTranslations("tasks");
  const [isConnected, setIsConnected] = useState(true);
  useRefreshOnChange(setIsConnected);
  return (
    <p role="status" title={isConnected ? t("liveHelp") : undefined} className="flex h-9 items-center gap-2 text-xs text-muted">
      <span aria-hidden className={`size-2 rounded-full ${isConnected ? "bg-success" : "bg-warning"}`} />
      {isConnected ? t("live") : t("livePaused")}
    </p>
  );
}

function useRefreshOnChange(onConnection: (isConnected: boolean) => void) {
  const router = useRouter();
  const [, startTransition] = useTransition();
  useEffect(() => {
    let isWanted = false;
    let lastAt = 0;
    let pointerAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshWhenDue = () => {
      clearTimeout(timer);
      if (!isWanted || document.hidden) return;
      const wait = Math.max(lastAt + INTERVAL_MS, pointerAt + POINTER_REST_MS) - Date.now();
      if (wait > 0) {
        timer = setTimeout(refreshWhenDue, wait);
        return;
      }
      isWanted = false;
      lastAt = Date.now();
      startTransition(() => router.refresh());
    };
    const want = () => {
      isWanted = true;
      refreshWhenDue();
    };
    const notePointer = ({ target }: PointerEvent) => {
      if (target instanceof Element && target.closest("tbody")) pointerAt = Date.now();
    };
    const events = new EventSource("/api/events");
    events.addEventListener("open", () => {
      onConnection(true);
      // What came before the stream was open, since the page was made or the stream broke, is not told.
      want();
    });
    events.addEventListener("error", () => onConnection(false));
    events.addEventListener("task", want);
    document.addEventListener("pointermove", notePointer, { passive: true });
    document.addEventListener("visibilitychange", refreshWhenDue);
    return () => {
      events.close();
      clearTimeout(timer);
      document.removeEventListener("pointermove", notePointer);
      document.removeEventListener("visibilitychange", refreshWhenDue);
    };
  }, [router, onConnection]);
}
