"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";

/** Shortest time between two refreshes: a busy campaign must not make the page ask all the time. */
const INTERVAL_MS = 1_000;

/** Shows the page anew when something arrives for the campaign, or something that names no campaign. */
export function RefreshOnDelivery({ campaignId }: { campaignId: number }) {
  const router = useRouter();
  const lastAt = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const refreshSoon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => {
        lastAt.current = Date.now();
        router.refresh();
      },
      Math.max(0, lastAt.current + INTERVAL_MS - Date.now()),
    );
  };
  useChangeStream("delivery", {
    onOpen: refreshSoon,
    onChange: (about) => {
      if (about === null || about === campaignId) refreshSoon();
    },
  });
  return null;
}
