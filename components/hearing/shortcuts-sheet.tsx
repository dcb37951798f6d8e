"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { SHORTCUTS, type Shortcuts } from "./use-shortcuts";

/** Every key of the player on a sheet, with the switch for them. */
export function ShortcutsSheet({ shortcuts: { areOn, setOn } }: { shortcuts: Shortcuts }) {
  const t = useTranslations("hearing.shortcuts");
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button
        id="shortcuts-button"
        type="button"
        onClick={() => dialog.current?.showModal()}
        aria-label={t("title")}
        title={t("title")}
        className="grid size-9 place-items-center rounded-lg text-muted hover:bg-default hover:text-foreground"
      >
        <Keyboard aria-hidden className="size-4" />
      </button>
      <dialog
        ref={dialog}
        aria-labelledby="shortcuts-title"
        className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
      >
        <h2 id="shortcuts-title" className="text-base font-semibold">
          {t("title")}
        </h2>
        <label className="mt-3 flex items-center gap-2">
          <input type="checkbox" checked={areOn} onChange={(event) => setOn(event.target.checked)} className="size-4 accent-accent" />
          {t("switch")}
        </label>
        <dl className={`mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm ${areOn ? "" : "opacity-60"}`}>
          {SHORTCUTS.map(({ keys, name }) => (
            <div key={name} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <kbd key={key} className="rounded-sm border border-border bg-surface-secondary px-1.5 font-mono text-xs leading-5">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(name)}</dd>
            </div>
          ))}
        </dl>
        <form method="dialog" className="mt-5 flex justify-end">
          <button type="submit" className="button button--outline">
            {t("close")}
          </button>
        </form>
      </dialog>
    </>
  );
}
