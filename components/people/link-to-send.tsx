"use client";

import { useTranslations } from "next-intl";
import { CopyButton } from "@/components/ui/copy-button";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { NewLink } from "./person-form-state";

/** A link that is shown for the only time, with what to do with it. */
export function LinkToSend({ link }: { link: NewLink }) {
  const t = useTranslations("people.link");
  return (
    <>
      <p className="text-muted">{t("description")}</p>
      <div className="mt-4 flex flex-wrap items-center gap-2 rounded-lg border border-border bg-surface-secondary p-3">
        <code className="min-w-0 flex-1 basis-64 font-mono text-[0.8125rem] leading-5 wrap-anywhere select-all">{link.address}</code>
        <CopyButton value={link.address} name={t("name")} isLabelled />
      </div>
      <p className="mt-2 text-xs text-muted">
        {t("validUntil")} <TimeWithZone value={link.expiresAt} isBrief />
      </p>
    </>
  );
}
