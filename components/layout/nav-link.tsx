"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

/** A link of the side bar that knows whether one is there. */
export function NavLink({ href, icon, children }: { href: string; icon: ReactNode; children: ReactNode }) {
  const pathname = usePathname();
  const isHere = href === "/dashboard" ? pathname === href : pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="relative flex h-9 items-center gap-2.5 rounded-lg px-2.5 font-medium text-muted before:absolute before:inset-y-2 before:start-0 before:w-0.75 before:rounded-full hover:bg-rail-active/60 hover:text-foreground aria-[current=page]:bg-rail-active aria-[current=page]:text-foreground aria-[current=page]:before:bg-accent [&[aria-current=page]>svg]:text-accent [&>svg]:size-4 [&>svg]:shrink-0"
    >
      {icon}
      {children}
    </Link>
  );
}
