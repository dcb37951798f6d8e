import { ChevronLeft, ChevronRight, ChevronsLeft, type LucideIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

type PageLinksProps = {
  /** Null where there is nowhere to go. */
  firstHref: string | null;
  previousHref: string | null;
  nextHref: string | null;
  sizes: { size: number; href: string; isCurrent: boolean }[];
};

/** The way through a list whose pages are found by what they hold, not by number. */
export function PageLinks({ firstHref, previousHref, nextHref, sizes }: PageLinksProps) {
  const t = useTranslations("ui.pages");
  return (
    <nav
      aria-label={t("label")}
      className="flex flex-wrap items-center justify-between gap-3 border-t border-border px-3 py-2 text-[0.8125rem]"
    >
      <div className="flex items-center gap-2 text-muted">
        <span id="page-size-label">{t("size")}</span>
        <ul aria-labelledby="page-size-label" className="flex rounded-lg border border-border p-0.5">
          {sizes.map(({ size, href, isCurrent }) => (
            <li key={size}>
              <Link
                href={href}
                prefetch={false}
                scroll={false}
                aria-current={isCurrent ? "true" : undefined}
                className="block rounded-md px-2 py-1 tabular-nums hover:text-foreground aria-[current]:bg-default aria-[current]:text-foreground"
              >
                {size}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <div className="flex items-center gap-1">
        <PageLink href={firstHref} icon={ChevronsLeft} label={t("first")} />
        <PageLink href={previousHref} icon={ChevronLeft} label={t("previous")} />
        <PageLink href={nextHref} icon={ChevronRight} label={t("next")} isIconLast />
      </div>
    </nav>
  );
}

type PageLinkProps = { href: string | null; icon: LucideIcon; label: string; isIconLast?: boolean };

function PageLink({ href, icon: Icon, label, isIconLast = false }: PageLinkProps) {
  const content = (
    <>
      {!isIconLast && <Icon aria-hidden className="size-4" />}
      {label}
      {isIconLast && <Icon aria-hidden className="size-4" />}
    </>
  );
  const look = "inline-flex h-8 items-center gap-1 rounded-lg px-2 font-medium";
  if (href === null)
    return (
      // biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: a link without an address leads nowhere and takes no focus.
      <span role="link" aria-disabled="true" className={`${look} text-muted opacity-50`}>
        {content}
      </span>
    );
  return (
    <Link href={href} prefetch={false} className={`${look} hover:bg-default`}>
      {content}
    </Link>
  );
}
