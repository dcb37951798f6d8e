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
      <div className="flex items-center gap-1">
        <Link
          href="/dashboard/account"
          aria-label={tAccount("link", { name: user.name })}
          title={user.email}
          className="flex min-w-0 flex-1 items-center gap-2.5 rounded-lg p-1.5 hover:bg-rail-active/60"
        >
          <span
            aria-hidden
            className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-soft-foreground"
          >
            {initialsOf(user.name)}
          </span>
          <span className="min-w-0">
            <span className="block truncate leading-5 font-medium">{user.name}</span>
            <span className="block truncate text-xs text-muted">{tRoles(user.role)}</span>
          </span>
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

/** Of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""]
    .map((word) => Array.from(word ?? "")[0] ?? "")
    .join("")
    .toLocaleUpperCase();
}
