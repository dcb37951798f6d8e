"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { listenToChanges } from "@/components/ui/change-stream";

/** Long enough for the answer that brings another cookie, when it is this browser that changed its own password. */
const SETTLE_MS = 400;

/** Shows the page anew as soon as its person may see something else, or nothing: who was signed out is led to sign-in at once. */
export function SessionWatch() {
  const { refresh } = useRouter();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = listenToChanges({
      onAccessChanged: () => {
        clearTimeout(timer);
        timer = setTimeout(refresh, SETTLE_MS);
      },
      kinds: {},
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [refresh]);
  return null;
}
