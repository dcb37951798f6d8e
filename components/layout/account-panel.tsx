import { LogOut } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Role } from "@/db/enums";
import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";

export type FrameUser = { name: string; email: string; role: Role };
export type FrameActions = { signOut: () => Promise<void>; chooseLocale: (form: FormData) => Promise<void> };

/** Who is signed in, how the screen looks to them, and the way out. */
export function AccountPanel({ user, actions }: { user: FrameUser; actions: FrameActions }) {
  const t = useTranslations("nav");
  const tRoles = useTranslations("roles");
  const tAccount = useTranslations("account");
  return (
    <div className="flex flex-col gap-2 border-t border-border pt-3">
      <div className="grid grid-cols-2 gap-2">
        <ThemeSwitch />
        <LocaleSwitch chooseLocale={actions.chooseLocale} />
      </div>
      <div className="flex items-center gap-2 ps-1">
        <Link
          href="/dashboard/account"
          aria-label={tAccount("link", { name: user.name })}
          className="min-w-0 flex-1 rounded-lg px-1 py-0.5 hover:bg-rail-active"
        >
          <span className="block truncate font-medium" title={user.email}>
            {user.name}
          </span>
          <span className="block truncate text-xs text-muted">{tRoles(user.role)}</span>
        </Link>
        <form action={actions.signOut}>
          <button
            type="submit"
            aria-label={t("signOut")}
            title={t("signOut")}
            className="grid size-9 cursor-pointer place-items-center rounded-lg text-muted hover:bg-rail-active hover:text-foreground"
          >
            <LogOut aria-hidden className="size-4" />
          </button>
        </form>
      </div>
    </div>
  );
}
