"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeStream } from "@/components/ui/use-change-stream";
import { useRefreshSoon } from "@/components/ui/use-refresh-soon";

/** Shows the page anew when something arrives, and says whether it does. */
export function LiveLog() {
  const t = useTranslations("reception.live");
  const [isConnected, setIsConnected] = useState(true);
  const refreshSoon = useRefreshSoon();
  useChangeStream("delivery", {
    onOpen: () => {
      setIsConnected(true);
      refreshSoon();
    },
    onBreak: () => setIsConnected(false),
    onChange: refreshSoon,
  });
  return (
    <p role="status" title={isConnected ? t("help") : undefined} className="flex h-9 items-center gap-2 text-xs text-muted">
      <span aria-hidden className={`size-2 rounded-full ${isConnected ? "bg-success" : "bg-warning"}`} />
      {isConnected ? t("on") : t("paused")}
    </p>
  );
}
