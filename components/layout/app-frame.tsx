import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AccountPanel, type FrameActions, type FrameUser } from "./account-panel";
import { Brand } from "./brand";
import { MobileMenu } from "./mobile-menu";
import { NavigationList } from "./navigation-list";

type AppFrameProps = { user: FrameUser; actions: FrameActions; children: ReactNode };

/** What every page of the dashboard stands in: sections on the left, the page on the right; on a phone, a bar with a menu. */
export function AppFrame({ user, actions, children }: AppFrameProps) {
  const t = useTranslations("nav");
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-lg bg-accent px-3 py-2 text-accent-foreground focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
      >
        {t("skipToContent")}
      </a>
      <header className="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-border bg-rail px-2 lg:hidden">
        <MobileMenu>
          <div className="flex-1 overflow-y-auto">
            <NavigationList role={user.role} />
          </div>
          <AccountPanel user={user} actions={actions} />
        </MobileMenu>
        <Link href="/dashboard" className="rounded-md">
          <Brand />
        </Link>
      </header>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-6 border-e border-border bg-rail px-3 py-4 lg:flex">
        <Link href="/dashboard" className="self-start rounded-md px-2">
          <Brand />
        </Link>
        <div className="flex-1 overflow-y-auto">
          <NavigationList role={user.role} />
        </div>
        <AccountPanel user={user} actions={actions} />
      </aside>
      <main id="content" tabIndex={-1} className="min-w-0 px-4 py-5 outline-none sm:px-6 lg:px-8 lg:py-7">
        {children}
      </main>
    </div>
  );
}
