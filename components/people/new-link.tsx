"use client";

import { Button } from "@heroui/react/button";
import { KeyRound, Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useId, useRef, useState, useTransition } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import type { UserConflict } from "@/lib/users/user-conflict";
import { LinkToSend } from "./link-to-send";
import type { NewLink as Link } from "./person-form-state";

export type NewLinkState = { link: Link } | { problem: UserConflict | "failed" };

type NewLinkProps = { name: string; isInvited: boolean; create: () => Promise<NewLinkState> };

/** Makes a link for a person, which ends the one before, and shows it for the only time. */
export function NewLink({ name, isInvited, create }: NewLinkProps) {
  const t = useTranslations("people");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const [state, setState] = useState<NewLinkState | null>(null);
  const [isPending, startCreating] = useTransition();
  const link = state && "link" in state ? state.link : null;

  useEffect(() => {
    if (link) dialog.current?.showModal();
  }, [link]);

  return (
    <>
      <Button variant="outline" isPending={isPending} onPress={() => startCreating(async () => setState(await create()))}>
        {isInvited ? <Mail aria-hidden /> : <KeyRound aria-hidden />}
        {isInvited ? t("access.newInvitation") : t("access.reset")}
      </Button>
      {state && "problem" in state && (
        <FormProblem>{state.problem === "failed" ? t("access.failed") : t(`conflicts.${state.problem}`)}</FormProblem>
      )}
      {link && (
        <dialog
          ref={dialog}
          aria-labelledby={`${id}-title`}
          onClose={() => setState(null)}
          className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
        >
          <h2 id={`${id}-title`} className="mb-1 text-base font-semibold wrap-anywhere">
            {link.purpose === "invitation" ? t("link.invitationReady", { name }) : t("link.resetReady", { name })}
          </h2>
          <LinkToSend link={link} />
          <div className="mt-5 flex justify-end">
            <Button onPress={() => dialog.current?.close()}>{t("link.done")}</Button>
          </div>
        </dialog>
      )}
    </>
  );
}
