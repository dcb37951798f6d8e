import Link from "next/link";
import type { ReactNode } from "react";

/** Leads where a row leads, and covers the whole of it. */
export function RowLink({ href, className = "", children }: { href: string; className?: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      // A page of links would ask for as many pages.
      prefetch={false}
      className={`text-accent after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus ${className}`}
    >
      {children}
    </Link>
  );
}
