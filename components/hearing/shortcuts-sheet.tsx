"use client";

import { Keyboard } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef } from "react";
import { SheetKeys } from "@/components/audits/sheet-key-list";
import { KeyList } from "@/components/ui/key-list";
import { SHORTCUTS, type Shortcuts } from "./use-shortcuts";

type ShortcutsSheetProps = {
  shortcuts: Shortcuts;
  /** Whether there is a sheet to audit by, whose keys are told too. */
  isAudited: boolean;
};

/** Every key of the player on a sheet, and of auditing, with the switch for them. */
export function ShortcutsSheet({ shortcuts: { areOn, setOn }, isAudited }: ShortcutsSheetProps) {
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
        className="m-auto max-h-[calc(100dvh-2rem)] w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
      >
        <h2 id="shortcuts-title" className="text-base font-semibold">
          {t("title")}
        </h2>
        <label className="mt-3 flex items-center gap-2">
          <input type="checkbox" checked={areOn} onChange={(event) => setOn(event.target.checked)} className="size-4 accent-accent" />
          {t("switch")}
        </label>
        <div className={areOn ? "" : "opacity-60"}>
          <KeyList entries={SHORTCUTS.map(({ keys, name }) => ({ keys, words: t(name) }))} />
          {isAudited && <SheetKeys />}
        </div>
        <form method="dialog" className="mt-5 flex justify-end">
          <button type="submit" className="button button--outline">
            {t("close")}
          </button>
        </form>
      </dialog>
    </>
  );
}
