"use client";

import { RotateCw, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { EmptyState } from "./empty-state";

/** Stands where a page would be that failed: what to do, a retry, and the code under which the server logged it. */
export function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const t = useTranslations("errors");
  const tUi = useTranslations("ui");
  const code = error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : null;
  return (
    <div role="alert">
      <EmptyState
        isPage
        icon={TriangleAlert}
        title={t("title")}
        description={
          <>
            {t("description")}
            {code && <span className="mt-2 block font-mono text-xs">{t("code", { code })}</span>}
          </>
        }
        action={
          // Every page carries this one: the look of a button without what else makes one.
          <button type="button" onClick={retry} className="button button--md button--primary">
            <RotateCw aria-hidden />
            {tUi("retry")}
          </button>
        }
      />
    </div>
  );
}
