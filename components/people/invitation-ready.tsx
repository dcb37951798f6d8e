"use client";

import { Button } from "@heroui/react/button";
import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { LinkToSend } from "./link-to-send";
import type { NewLink } from "./person-form-state";

type InvitationReadyProps = { name: string; link: NewLink; personHref: string; onAnother: () => void };

/** Stands where the form was: the link for somebody who was just invited. */
export function InvitationReady({ name, link, personHref, onAnother }: InvitationReadyProps) {
  const t = useTranslations("people.link");
  const title = useRef<HTMLHeadingElement>(null);
  // The form is gone, and the focus with it.
  useEffect(() => title.current?.focus(), []);
  return (
    <div>
      <h2 ref={title} tabIndex={-1} className="mb-1 flex items-center gap-2 text-base font-semibold wrap-anywhere outline-none">
        <Mail aria-hidden className="size-5 shrink-0 text-accent" />
        {t("invitationReady", { name })}
      </h2>
      <LinkToSend link={link} />
      <div className="mt-5 flex flex-wrap gap-2">
        <Button onPress={onAnother}>{t("another")}</Button>
        <ButtonLink href={personHref} variant="outline">
          {t("toPerson")}
        </ButtonLink>
      </div>
    </div>
  );
}
