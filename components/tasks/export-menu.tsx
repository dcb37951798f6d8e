"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { MenuButton } from "@/components/ui/menu-button";

/** Takes the list away as a file, as it is filtered and sorted. Not by Next.js's own link, which would fetch it ahead. */
export function ExportMenu({ csvHref, xlsxHref }: { csvHref: string; xlsxHref: string }) {
  const t = useTranslations("tasks.export");
  return (
    <MenuButton label={t("title")} icon={<Download aria-hidden className="size-4" />}>
      {(close) => (
        <>
          {[
            { href: xlsxHref, label: t("xlsx") },
            { href: csvHref, label: t("csv") },
          ].map(({ href, label }) => (
            <a
              key={href}
              href={href}
              download
              onClick={close}
              className="flex min-h-9 items-center rounded-md px-2 hover:bg-surface-secondary"
            >
              {label}
            </a>
          ))}
          <p className="px-2 py-1.5 text-xs text-muted">{t("help")}</p>
        </>
      )}
    </MenuButton>
  );
}
