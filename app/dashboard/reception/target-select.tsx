"use client";

import { useTranslations } from "next-intl";
import { useQueryState } from "nuqs";
import { FormField } from "@/components/ui/form-field";
import { NativeSelect } from "@/components/ui/native-select";
import { replaySearchParams } from "./search-params";

/** Which campaign replays are sent to. It lives in the address, as the filters do. */
export function TargetSelect({ campaigns }: { campaigns: { id: number; name: string }[] }) {
  const t = useTranslations("reception.bulk");
  const [target, setTarget] = useQueryState("target", replaySearchParams.target.withOptions({ shallow: false }));
  return (
    <FormField label={t("target")} help={t("targetHelp")} className="max-w-md">
      {(wiring) => (
        <NativeSelect
          {...wiring}
          value={target ?? ""}
          onChange={(event) => setTarget(event.target.value === "" ? null : Number(event.target.value))}
        >
          <option value="">{t("targetOwn")}</option>
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name} #{id}
            </option>
          ))}
        </NativeSelect>
      )}
    </FormField>
  );
}
