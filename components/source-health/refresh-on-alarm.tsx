"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";

/** Shows the frame anew when something goes wrong with a source, or is right again. */
export function RefreshOnAlarm() {
  const router = useRouter();
  const wasOpen = useRef(false);
  useChangeStream("alarm", {
    // The page has just been made when the stream opens for the first time.
    onOpen: () => {
      if (wasOpen.current) router.refresh();
      wasOpen.current = true;
    },
    onChange: () => router.refresh(),
  });
  return null;
}
