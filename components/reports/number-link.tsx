import Link from "next/link";
import type { ReactNode } from "react";

type NumberLinkProps = {
  /** Null where no list has what the number counts. */
  href: string | null;
  /** The number, what it counts, and that it opens that. */
  label: string;
  children: ReactNode;
};

/** A number of a report that leads to what it counts. */
export function NumberLink({ href, label, children }: NumberLinkProps) {
  if (href === null) return children;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={label}
      className="inline-flex min-h-6 items-center rounded-sm hover:text-accent hover:underline"
    >
      {children}
    </Link>
  );
}
