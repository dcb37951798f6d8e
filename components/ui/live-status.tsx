"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useChangeStream } from "./use-change-stream";
import { useRefreshSoon } from "./use-refresh-soon";

/** Shows the page anew when something changes, and says whether it does. Whoever reads on or picks rows is asked first. */
export function LiveStatus({ kind, help }: { kind: "task" | "delivery"; help: string }) {
  const t = useTranslations("ui.live");
  const [isConnected, setIsConnected] = useState(true);
  const { refreshSoon, isHeld, showNow } = useRefreshSoon();
  useChangeStream(kind, {
    onOpen: () => {
      setIsConnected(true);
      refreshSoon();
    },
    onBreak: () => setIsConnected(false),
    onChange: refreshSoon,
  });
  return (
    <>
      {isHeld && (
        <button
          type="button"
          onClick={showNow}
          className="button button--sm button--primary fixed bottom-4 left-1/2 z-30 -translate-x-1/2 shadow-overlay"
        >
          {t("arrived")}
        </button>
      )}
      <p role="status" title={isConnected ? help : undefined} className="flex h-9 items-center gap-2 text-xs text-muted">
        <span aria-hidden className={`size-2 rounded-full ${isConnected ? "bg-success" : "bg-warning"}`} />
        {t(isConnected ? "on" : "paused")}
      </p>
    </>
  );
}
