import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SearchButton } from "@/components/search/search-button";
import { SearchLauncher } from "@/components/search/search-launcher";
import type { Search } from "@/components/search/use-search";
import { ClientMessages } from "@/components/ui/client-messages";
import { AccountPanel, type FrameActions, type FrameUser } from "./account-panel";
import { Brand } from "./brand";
import { MobileMenu } from "./mobile-menu";
import type { NavigationCounts } from "./navigation";
import { NavigationList } from "./navigation-list";

type AppFrameProps = { user: FrameUser; counts: NavigationCounts; actions: FrameActions & { search: Search }; children: ReactNode };

/** What every page of the dashboard stands in: sections on the left, the page on the right; on a phone, a bar with a menu. */
export function AppFrame({ user, counts, actions, children }: AppFrameProps) {
  const t = useTranslations("nav");
  return (
    <ClientMessages namespaces={["nav", "search", "taskStatuses"]}>
      <SearchLauncher role={user.role} search={actions.search}>
        <div className="min-h-dvh lg:grid lg:grid-cols-[14.5rem_minmax(0,1fr)]">
          <a
            href="#content"
            className="sr-only z-50 rounded-lg bg-accent px-3 py-2 font-medium text-accent-foreground focus:not-sr-only focus:fixed focus:start-3 focus:top-3"
          >
            {t("skipToContent")}
          </a>
          <header className="sticky top-0 z-20 flex h-13 items-center gap-1.5 border-b border-border bg-rail px-2 lg:hidden">
            <MobileMenu brand={<Brand />}>
              <div className="min-h-0 flex-1 overflow-y-auto">
                <NavigationList role={user.role} counts={counts} />
              </div>
              <AccountPanel user={user} actions={actions} />
            </MobileMenu>
            <Link href="/dashboard" className="rounded-md">
              <Brand />
            </Link>
            <SearchButton isCompact />
          </header>
          <aside className="sticky top-0 hidden h-dvh flex-col border-e border-border bg-rail px-3 pt-4 pb-3 lg:flex">
            <Link href="/dashboard" className="mb-4 self-start rounded-md px-2">
              <Brand />
            </Link>
            <SearchButton />
            <div className="mt-4 min-h-0 flex-1 overflow-y-auto">
              <NavigationList role={user.role} counts={counts} />
            </div>
            <AccountPanel user={user} actions={actions} />
          </aside>
          <main id="content" tabIndex={-1} className="min-w-0 px-4 py-4 outline-none sm:px-6 lg:px-8 lg:py-6">
            <div className="mx-auto max-w-[108rem]">{children}</div>
          </main>
        </div>
      </SearchLauncher>
    </ClientMessages>
  );
}
