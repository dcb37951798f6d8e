"use client";

import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { NewKeyDialog } from "@/components/api-keys/new-key-dialog";
import { TimeZoneField } from "@/components/campaigns/time-zone-field";
import { FormField } from "@/components/ui/form-field";
import { FormProblem } from "@/components/ui/form-problem";
import { useKeptForm } from "@/components/ui/use-kept-form";
import type { TimeZoneOption } from "@/lib/campaigns/list-time-zones";
import type { CreateConnectionState } from "./aria-actions";

type CreateConnectionProps = {
  action: (state: CreateConnectionState, form: FormData) => Promise<CreateConnectionState>;
  /** There is none yet: the form stands open. */
  isFirst: boolean;
  installationTimeZone: string;
  timeZones: TimeZoneOption[];
};

/** Makes a connection, and shows its two credentials, the key for the only time. */
export function CreateConnection({ action, isFirst, installationTimeZone, timeZones }: CreateConnectionProps) {
  const t = useTranslations("ariaSource.connections");
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const { state, isPending, formProps } = useKeptForm(action, { problem: "failed" });
  const created = state && "key" in state ? state : null;
  const problem = state && "problem" in state ? state.problem : null;
  const isAboutName = problem === "name_missing" || problem === "name_too_long";
  const isAboutZone = problem === "unknown_time_zone";
  return (
    <div className="border-t border-separator p-4">
      {!isFirst && !isOpen && (
        <Button size="sm" variant="outline" onPress={() => setIsOpen(true)}>
          <Plus />
          {t("createAnother")}
        </Button>
      )}
      {(isFirst || isOpen) && (
        <form key={created?.publicId} {...formProps} aria-label={t("createTitle")} className="flex flex-col gap-4">
          {problem && !isAboutName && !isAboutZone && <FormProblem>{t(`errors.${problem}`)}</FormProblem>}
          <div className="grid gap-4 md:grid-cols-2">
            <FormField label={t("name")} help={t("nameHelp")} error={isAboutName && t(`errors.${problem}`)}>
              {(wiring) => (
                <input {...wiring} name="name" autoComplete="off" maxLength={200} className={inputVariants({ fullWidth: true })} />
              )}
            </FormField>
            <TimeZoneField
              defaultValue={null}
              installationTimeZone={installationTimeZone}
              timeZones={timeZones}
              error={isAboutZone ? t("errors.unknown_time_zone") : null}
            />
          </div>
          <Button type="submit" isPending={isPending} className="self-start">
            {t("create")}
          </Button>
        </form>
      )}
      {created && (
        <NewKeyDialog
          key={created.key}
          apiKey={created.key}
          companion={{ label: "connection_id", value: created.publicId, keyLabel: "api_key" }}
          onStored={() => {
            setIsOpen(false);
            router.refresh();
          }}
        />
      )}
    </div>
  );
}
