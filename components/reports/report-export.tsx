"use client";

import { Download } from "lucide-react";
import { MenuButton } from "@/components/ui/menu-button";

type ReportExportProps = { label: string; help: string; files: { label: string; href: string }[] };

/** Takes a table away as a file, as it is filtered and sorted. Not by Next.js's own link, which would fetch it ahead. */
export function ReportExport({ label, help, files }: ReportExportProps) {
  return (
    <MenuButton label={label} icon={<Download aria-hidden className="size-4" />}>
      {(close) => (
        <>
          {files.map(({ label: name, href }) => (
            <a
              key={href}
              href={href}
              download
              onClick={close}
              className="flex min-h-9 items-center rounded-md px-2 hover:bg-surface-secondary"
            >
              {name}
            </a>
          ))}
          <p className="px-2 py-1.5 text-xs text-muted">{help}</p>
        </>
      )}
    </MenuButton>
  );
}
