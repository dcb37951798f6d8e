"use client";

import { Button } from "@heroui/react/button";
import { useTranslations } from "next-intl";
import { useRef, useState, useTransition } from "react";
import type { PackRow } from "./pack-table";

export type PackActionsOfPage = { add: (name: string, acceptsLicence: boolean) => Promise<void>; remove: (name: string) => Promise<void> };

/** Adds or removes a pack. A licence that asks for it is read and accepted first, on the screen. */
export function PackActions({ pack, actions }: { pack: PackRow; actions: PackActionsOfPage }) {
  const t = useTranslations("speechPacks");
  const dialog = useRef<HTMLDialogElement>(null);
  const [isAccepted, setIsAccepted] = useState(false);
  const [isPending, startTransition] = useTransition();
  const isAdding = pack.adding?.failure === null;
  const add = (acceptsLicence: boolean) =>
    startTransition(async () => {
      dialog.current?.close();
      await actions.add(pack.name, acceptsLicence);
    });
  if (isAdding) return null;
  if (pack.state === "installed")
    return (
      <Button size="sm" variant="outline" isPending={isPending} onPress={() => startTransition(() => actions.remove(pack.name))}>
        {t("remove")}
      </Button>
    );
  const label = t(pack.state === "damaged" ? "addAgain" : "add");
  if (pack.licenceText === null)
    return (
      <Button size="sm" isPending={isPending} onPress={() => add(false)}>
        {label}
      </Button>
    );
  return (
    <>
      <Button size="sm" isPending={isPending} onPress={() => dialog.current?.showModal()}>
        {label}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={`licence-${pack.name}`}
        className="m-auto w-[min(44rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
      >
        <h2 id={`licence-${pack.name}`} className="text-base font-semibold">
          {t("licenceTitle", { model: pack.model })}
        </h2>
        <p className="mt-1 text-muted">{t("needsAcceptance")}</p>
        <textarea
          readOnly
          aria-labelledby={`licence-${pack.name}`}
          value={pack.licenceText}
          rows={16}
          className="mt-3 w-full rounded-lg border border-border bg-surface-secondary p-3 font-mono text-xs"
        />
        <label className="mt-3 flex items-center gap-2">
          <input
            type="checkbox"
            checked={isAccepted}
            onChange={(event) => setIsAccepted(event.target.checked)}
            className="size-4 accent-accent"
          />
          {t("accept")}
        </label>
        <form method="dialog" className="mt-4 flex justify-end gap-2">
          <Button type="submit" variant="outline">
            {t("close")}
          </Button>
          <Button isDisabled={!isAccepted} isPending={isPending} onPress={() => add(true)}>
            {label}
          </Button>
        </form>
      </dialog>
    </>
  );
}
