import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { SortLink } from "./data-table";

/** A header that sorts: a link, so that every order has an address. */
export function SortHeader({ link, children }: { link: SortLink; children: ReactNode }) {
  const t = useTranslations("ui.sorted");
  const Icon = link.direction === "ascending" ? ArrowUp : link.direction === "descending" ? ArrowDown : ChevronsUpDown;
  return (
    <Link
      href={link.href}
      prefetch={false}
      scroll={false}
      className="-mx-1 inline-flex items-center gap-1 rounded-md px-1 hover:text-foreground aria-[current]:text-foreground"
      aria-current={link.direction ? "true" : undefined}
    >
      {children}
      <Icon aria-hidden className={`size-3.5 ${link.direction ? "text-accent" : "opacity-60"}`} />
      {link.direction && <span className="sr-only">{t(link.direction)}</span>}
    </Link>
  );
}
