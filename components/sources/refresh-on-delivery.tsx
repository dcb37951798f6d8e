"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Shortest time between two refreshes: a busy campaign must not make the page ask all the time. */
const INTERVAL_MS = 1_000;

/** Shows the page anew when something arrives for the campaign, or something that names no campaign. */
export function RefreshOnDelivery({ campaignId }: { campaignId: number }) {
  const router = useRouter();
  useEffect(() => {
    let lastAt = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refreshSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => {
          lastAt = Date.now();
          router.refresh();
        },
        Math.max(0, lastAt + INTERVAL_MS - Date.now()),
      );
    };
    const events = new EventSource("/api/events");
    events.addEventListener("delivery", (event) => {
      const about = JSON.parse(event.data).campaignId;
      if (about === null || about === campaignId) refreshSoon();
    });
    return () => {
      events.close();
      clearTimeout(timer);
    };
  }, [router, campaignId]);
  return null;
}
