"use client";

import { Menu, X } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useRef } from "react";

/** The side bar behind a button, where the screen has no room for it. The browser's own dialog holds focus and closes on Escape. */
export function MobileMenu({ brand, children }: { brand: ReactNode; children: ReactNode }) {
  const t = useTranslations("nav");
  const dialog = useRef<HTMLDialogElement>(null);
  const pathname = usePathname();

  // biome-ignore lint/correctness/useExhaustiveDependencies: going somewhere is what closes it.
  useEffect(() => dialog.current?.close(), [pathname]);

  return (
    <>
      <button
        type="button"
        aria-label={t("openMenu")}
        onClick={() => dialog.current?.showModal()}
        className="grid size-10 cursor-pointer place-items-center rounded-lg hover:bg-rail-active"
      >
        <Menu aria-hidden className="size-5" />
      </button>
      <dialog
        ref={dialog}
        aria-label={t("label")}
        closedby="any"
        className="m-0 h-dvh max-h-none w-72 max-w-[85vw] bg-rail p-3 text-foreground shadow-overlay backdrop:bg-backdrop"
      >
        <div className="flex h-full flex-col gap-4">
          <div className="flex items-center justify-between ps-2">
            {brand}
            <button
              type="button"
              aria-label={t("closeMenu")}
              onClick={() => dialog.current?.close()}
              className="grid size-10 cursor-pointer place-items-center rounded-lg hover:bg-rail-active"
            >
              <X aria-hidden className="size-5" />
            </button>
          </div>
          {children}
        </div>
      </dialog>
    </>
  );
}
