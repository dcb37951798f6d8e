import { ChevronRight } from "lucide-react";
import Link from "next/link";
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
    <header className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        {trail.length > 0 && (
          <nav className="mb-1">
            <ol className="flex flex-wrap items-center gap-1 text-xs text-muted">
              {trail.map(({ label, href }) => (
                <li key={href} className="flex items-center gap-1">
                  <Link href={href} className="rounded-sm hover:text-foreground hover:underline">
                    {label}
                  </Link>
                  <ChevronRight aria-hidden className="size-3" />
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="flex items-center gap-1">
          <h1 className="min-w-0 text-xl leading-7 font-semibold tracking-tight wrap-anywhere">{title}</h1>
          {besideTitle}
        </div>
        {description && <div className="mt-1 max-w-prose text-muted">{description}</div>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </header>
  );
}
