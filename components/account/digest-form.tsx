"use client";

import { Button } from "@heroui/react/button";
import { Mail } from "lucide-react";
import { useTranslations } from "next-intl";
import { useActionState } from "react";
import { FormProblem } from "@/components/ui/form-problem";
import { SaveRow } from "@/components/ui/save-row";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { OwnDigestSending } from "@/lib/digest/send-own-digest";

export type DigestFormState = null | { status: "saved" | "failed" };

type DigestFormProps = {
  email: string;
  isWanted: boolean;
  description: string;
  save: (state: DigestFormState, form: FormData) => Promise<DigestFormState>;
  send: () => Promise<OwnDigestSending>;
};

/** Turns the weekly digest on or off, and has it sent at once to see what it is like. */
export function DigestForm({ email, isWanted, description, save, send }: DigestFormProps) {
  const t = useTranslations("digestChoice");
  const { state, isPending, formProps } = useKeptForm(save, { status: "failed" });
  const [sending, sendNow, isSending] = useActionState<OwnDigestSending | null>(() => send(), null);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-muted">{description}</p>
      <form {...formProps} className="flex flex-col gap-3">
        {state?.status === "failed" && <FormProblem>{t("failed")}</FormProblem>}
        <label className="flex min-h-8 cursor-pointer items-center gap-2">
          <input type="checkbox" name="wanted" defaultChecked={isWanted} className="size-4 shrink-0 cursor-pointer accent-accent" />
          <span className="min-w-0 wrap-anywhere">{t("wanted", { email })}</span>
        </label>
        <SaveRow label={t("save")} isPending={isPending} savedLabel={state?.status === "saved" ? t("saved") : null} variant="outline" />
      </form>
      <form action={sendNow} className="flex flex-wrap items-center gap-3 border-t border-separator pt-4">
        <Button type="submit" variant="outline" isPending={isSending}>
          <Mail aria-hidden />
          {t("sendNow")}
        </Button>
        <span role="status" className={`min-w-0 wrap-anywhere ${sending?.reason ? "text-danger-soft-foreground" : "text-muted"}`}>
          {!isSending && sending && <Told sending={sending} email={email} />}
        </span>
      </form>
    </div>
  );
}

function Told({ sending, email }: { sending: OwnDigestSending; email: string }) {
  const t = useTranslations("digestChoice");
  if (sending.reason !== null) return t(sending.status, { reason: sending.reason });
  if (sending.status === "sent") return t("sent", { email });
  return sending.status === "nothing" ? t("nothing") : t("notConfigured");
}
