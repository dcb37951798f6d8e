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
      const { campaignId: concerned }: { campaignId: number | null } = JSON.parse(event.data);
      if (concerned === null || concerned === campaignId) refreshSoon();
    });
    // What arrived while the stream was away was told to nobody.
    let wasOpen = false;
    events.addEventListener("open", () => {
      if (wasOpen) refreshSoon();
      wasOpen = true;
    });
    return () => {
      events.close();
      clearTimeout(timer);
    };
  }, [router, campaignId]);
  return null;
}
