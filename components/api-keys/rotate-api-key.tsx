"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useRef } from "react";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { NativeSelect } from "@/components/ui/native-select";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { ApiKeyExpiryError } from "@/lib/api-keys/api-key-expiry";
import { NewKeyDialog } from "./new-key-dialog";

/** A key that was just made is here, and nowhere else, until its dialog closes. */
export type RotateApiKeyState = null | { id: string; key: string } | { problem: ApiKeyExpiryError | "already_ended" | "failed" };

type RotateApiKeyProps = {
  name: string;
  timeZone: string;
  /** False once the key was rotated or has ended. */
  isOffered: boolean;
  /** Once the new key was stored, before the page is shown anew. */
  onStored?: () => void;
  rotate: (state: RotateApiKeyState, form: FormData) => Promise<RotateApiKeyState>;
};

const OVERLAP_HOURS = ["24", "168", "720", "1", "0"] as const;

/** Makes a key to take another's place, which goes on for as long as is chosen. */
export function RotateApiKey({ name, timeZone, isOffered, onStored, rotate }: RotateApiKeyProps) {
  const t = useTranslations("apiKeys");
  const router = useRouter();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { state, isPending, formProps } = useKeptForm(rotate, { problem: "failed" });
  const created = state && "key" in state ? state : null;
  const problem = state && "problem" in state ? state.problem : null;
  const isAboutExpiry = problem === "expiry_past" || problem === "expiry_invalid";

  return (
    <>
      {isOffered && !created && (
        <>
          <Button size="sm" variant="ghost" aria-label={t("rotate.actionNamed", { name })} onPress={() => dialog.current?.showModal()}>
            {t("rotate.action")}
          </Button>
          <dialog
            ref={dialog}
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-description`}
            className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-xl bg-overlay p-5 text-foreground shadow-overlay backdrop:bg-backdrop"
          >
            <form {...formProps}>
              <h2 id={`${id}-title`} className="text-base font-semibold wrap-anywhere">
                {t("rotate.title", { name })}
              </h2>
              <p id={`${id}-description`} className="mt-1 mb-4 text-muted">
                {t("rotate.description")}
              </p>
              {problem && !isAboutExpiry && <FormProblem>{t(`errors.${problem}`)}</FormProblem>}
              <FormField label={t("rotate.overlap")}>
                {(wiring) => (
                  <NativeSelect {...wiring} name="overlapHours">
                    {OVERLAP_HOURS.map((hours) => (
                      <option key={hours} value={hours}>
                        {t(`rotate.overlaps.${hours}`)}
                      </option>
                    ))}
                  </NativeSelect>
                )}
              </FormField>
              <FormField
                label={t("rotate.expiry")}
                help={t("expiryHelp", { zone: timeZone })}
                error={isAboutExpiry && t(`errors.${problem}`)}
                className="mt-4"
              >
                {(wiring) => <input {...wiring} type="date" name="expiresOn" className={inputVariants({ fullWidth: true })} />}
              </FormField>
              <div className="mt-5 flex flex-wrap justify-end gap-2">
                <Button variant="outline" onPress={() => dialog.current?.close()}>
                  {t("cancel")}
                </Button>
                <Button type="submit" isPending={isPending}>
                  {t("rotate.confirm")}
                </Button>
              </div>
            </form>
          </dialog>
        </>
      )}
      {/* Only then is the list shown anew: the row of a key that ended leaves it, and would take the new key along. */}
      {created && (
        <NewKeyDialog
          key={created.id}
          apiKey={created.key}
          onStored={() => {
            onStored?.();
            router.refresh();
          }}
        />
      )}
    </>
  );
}
