"use client";

import { SkipForward } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { isTyping, useAreShortcutsOn } from "@/components/hearing/use-shortcuts";
import { ButtonLink } from "@/components/ui/button-link";

type NextCallLinkProps = {
  /** The task that is left; null where one is at none. */
  afterTaskId: string | null;
  variant?: "primary" | "outline";
  /** While a sheet is filled in, N on one of its questions says no. */
  isSheetOpen?: boolean;
};

/** Leads to the next call of one's queue, by a press or by the key N. Which one it is is looked up on the way. */
export function NextCallLink({ afterTaskId, variant = "primary", isSheetOpen = false }: NextCallLinkProps) {
  const t = useTranslations("nextCall");
  const router = useRouter();
  const areShortcutsOn = useAreShortcutsOn();
  const href = `/dashboard/assignments/next${afterTaskId === null ? "" : `?after=${afterTaskId}`}`;
  useEffect(() => {
    if (!areShortcutsOn) return;
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "n" || event.defaultPrevented) return;
      if (event.altKey || event.ctrlKey || event.metaKey || isTyping(event)) return;
      if (isSheetOpen && event.target instanceof HTMLElement && event.target.closest("[data-criterion]")) return;
      event.preventDefault();
      router.push(href);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [areShortcutsOn, href, isSheetOpen, router]);
  return (
    // What is next may change until the press.
    <ButtonLink href={href} variant={variant} prefetch={false} aria-keyshortcuts={areShortcutsOn ? "N" : undefined}>
      <SkipForward aria-hidden />
      {t("label")}
      {areShortcutsOn && (
        <kbd aria-hidden className="hidden rounded border border-current/40 px-1.5 font-mono text-xs leading-4.5 sm:block">
          N
        </kbd>
      )}
    </ButtonLink>
  );
}
