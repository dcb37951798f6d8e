import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** What belongs to the title without being part of the heading, such as a button that copies it. */
  besideTitle?: ReactNode;
  description?: ReactNode;
  /** Where the page lies, outermost first; the page itself is not among them. */
  trail?: { label: string; href: string }[];
  /** Buttons and links that act on the whole page. */
  actions?: ReactNode;
};

/** What a page is about, where it lies and what can be done on it. */
export function PageHeader({ title, besideTitle, description, trail = [], actions }: PageHeaderProps) {
  return (
    <header className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {trail.length > 0 && <Trail places={trail} />}
        <div className="flex items-center gap-1">
          <h1 className="min-w-0 text-[1.375rem] leading-8 font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {besideTitle}
        </div>
        {description && <div className="mt-0.5 max-w-prose text-muted">{description}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}

/** The way to the page from outside, each place a link. The heading below is where it ends. */
function Trail({ places }: { places: { label: string; href: string }[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("trail")}>
      <ol className="-ms-1 flex flex-wrap items-center text-xs text-muted">
        {places.map(({ label, href }, index) => (
          <li key={href} className="flex items-center">
            {index > 0 && <ChevronRight aria-hidden className="size-3.5 shrink-0" />}
            <Link href={href} className="flex h-6 items-center rounded-md px-1 hover:text-foreground hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
